package io.pilotwatch.local.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a person calls it: two files in, one line and an exit code out. */
class VerifyLedgerTest {

    private static final Signer OURS = Signer.named("ours");
    private static final String JWKS = Signer.jwks(OURS);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"17,17 receipts", "1,1 receipt", "0,0 receipts"})
    void aWholeLedgerIsSaidToBeWhole(int length, String count) throws IOException {
        int code = verify(Signer.json(fields(OURS.chain("BP-028", length))), JWKS);

        assertEquals("whole: BP-028, " + count + ", as of 2022-05-01T01:00:00Z\n", said());
        assertEquals(0, code);
    }

    @Test
    void aBrokenOneIsNamedInBothLanguages() throws IOException {
        var chain = new ArrayList<>(OURS.chain("BP-028", 6));
        chain.remove(4);

        int code = verify(Signer.json(fields(chain)), JWKS);

        assertEquals("broken at receipt 5: its sequence is 6 where 5 belongs · 第 5 份回执有误：序号是 6，应为 5\n", said());
        assertEquals(1, code);
    }

    @Test
    void theKeyComesFromTheKeyFileOnly() throws IOException {
        int code = verify(Signer.json(fields(OURS.chain("BP-028", 1))), Signer.jwks(Signer.named("theirs")));

        assertTrue(said().startsWith("broken at receipt 1: it names a key that the JWKS does not have"), said());
        assertEquals(1, code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing                 | ``
            no JSON                 | {
            two things              | {} {}
            null                    | null
            a list                  | []
            no fields               | {}
            a problem               | {"status":403,"code":"FOREIGN_PILOT"}
            a count in words        | {"pilotId":"P","asOf":"A","count":"0","head":"H","receipts":[]}
            a count of half         | {"pilotId":"P","asOf":"A","count":0.5,"head":"H","receipts":[]}
            a count without end     | {"pilotId":"P","asOf":"A","count":99999999999999999999,"head":"H","receipts":[]}
            receipts that are none  | {"pilotId":"P","asOf":"A","count":0,"head":"H","receipts":{}}
            a receipt that is none  | {"pilotId":"P","asOf":"A","count":1,"head":"H","receipts":[1]}
            no head                 | {"pilotId":"P","asOf":"A","count":0,"head":null,"receipts":[]}
            a field twice           | {"pilotId":"P","pilotId":"P","asOf":"A","count":0,"head":"H","receipts":[]}
            a field nobody signed   | {"pilotId":"P","asOf":"A","count":0,"head":"H","receipts":[],"approved":true}
            """)
    void whatIsNoLedgerIsUnreadable(String what, String ledger) throws IOException {
        assertEquals(2, verify(ledger, JWKS), what);
        assertTrue(said().startsWith("unreadable: ") && said().lines().count() == 1, said());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing        | ``
            no JWKS        | {}
            a list         | []
            keys of no use | {"keys":[{"kty":"oct","kid":"ours","k":"AAAA"}]}
            no keys        | {"keys":[]}
            no such curve  | {"keys":[{"kty":"OKP","crv":"Ed448","kid":"ours","x":"AA"}]}
            keys a number  | {"keys":5}
            """)
    void whatIsNoKeyFileIsUnreadable(String what, String jwks) throws IOException {
        assertEquals(2, verify(Signer.json(fields(List.of())), jwks), what);
        assertTrue(said().startsWith("unreadable: "), said());
    }

    @Test
    void filesThatAreNotThereOrNotTextOrNotNamedAreUnreadable() throws IOException {
        var bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
        var jwks = Files.writeString(folder.resolve("jwks.json"), JWKS).toString();

        for (var arguments : List.of(
                List.<String>of(),
                List.of(jwks),
                List.of(jwks, jwks, jwks),
                List.of(folder.resolve("none").toString(), jwks),
                List.of(folder.toString(), jwks),
                List.of(bytes.toString(), jwks),
                List.of("\0", jwks))) {
            assertEquals(2, VerifyLedger.run(arguments, out()), arguments::toString);
        }
    }

    private static Map<String, Object> fields(List<String> chain) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("pilotId", "BP-028");
        fields.put("asOf", Signer.AS_OF);
        fields.put("count", chain.size());
        fields.put("head", OURS.head("BP-028", chain));
        fields.put("receipts", chain);
        return fields;
    }

    private int verify(String ledger, String jwks) throws IOException {
        var one = Files.writeString(folder.resolve("ledger.json"), ledger);
        var two = Files.writeString(folder.resolve("jwks.json"), jwks);
        return VerifyLedger.run(List.of(one.toString(), two.toString()), out());
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
