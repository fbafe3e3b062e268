package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptKeysTest {

    /** Key and thumbprint of RFC 8037, appendix A, as openssl writes the key. */
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    private static final String KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    @TempDir
    Path folder;

    @Test
    void aPrivateKeyFromAFileIsKnownByItsThumbprintAndGivesItsPublicKeyAlone() throws Exception {
        var keys = read(LaunchMode.NORMAL, file("key.pem", PEM), Optional.empty());

        var jwks = new ObjectMapper().readTree(keys.jwks()).path("keys");
        assertEquals(1, jwks.size());
        assertEquals(KID, jwks.path(0).path("kid").asText());
        assertEquals(X, jwks.path(0).path("x").asText());
        assertFalse(jwks.path(0).has("d"));
        assertEquals("{}", keys.verified(ReceiptKeys.RECEIPT, keys.sign(ReceiptKeys.RECEIPT, "{}")));
    }

    @Test
    void whatAFormerKeySignedHoldsAsLongAsItIsNamed() throws Exception {
        var before = read(LaunchMode.TEST, Optional.empty(), Optional.empty());
        var old = before.sign(ReceiptKeys.RECEIPT, "{}");
        var former = file("former.json", before.jwks());

        var after = read(LaunchMode.NORMAL, file("key.pem", PEM), former);

        assertEquals("{}", after.verified(ReceiptKeys.RECEIPT, old));
        assertEquals(2, new ObjectMapper().readTree(after.jwks()).path("keys").size());
        var forgetful = read(LaunchMode.NORMAL, file("key.pem", PEM), Optional.empty());
        assertThrows(ReceiptKeys.NotSigned.class, () -> forgetful.verified(ReceiptKeys.RECEIPT, old));
    }

    @Test
    void aReceiptIsNoHead() throws Exception {
        var keys = read(LaunchMode.TEST, Optional.empty(), Optional.empty());
        var receipt = keys.sign(ReceiptKeys.RECEIPT, "{}");

        assertThrows(ReceiptKeys.NotSigned.class, () -> keys.verified(ReceiptKeys.HEAD, receipt));
    }

    @Test
    void everyChangedCharacterOfAReceiptIsFound() throws Exception {
        var keys = read(LaunchMode.TEST, Optional.empty(), Optional.empty());
        var receipt = keys.sign(ReceiptKeys.RECEIPT, "{\"pilotId\":\"BP-028\"}");

        for (int i = 0; i < receipt.length(); i++) {
            for (char other : "AQgw_.\n".toCharArray()) {
                if (other != receipt.charAt(i)) {
                    var changed = receipt.substring(0, i) + other + receipt.substring(i + 1);
                    assertThrows(ReceiptKeys.NotSigned.class, () -> keys.verified(ReceiptKeys.RECEIPT, changed));
                }
            }
        }
    }

    @Test
    void onlyWhereNothingIsAtStakeAKeyIsMadeAtStart() {
        for (var mode : new LaunchMode[] {LaunchMode.TEST, LaunchMode.DEVELOPMENT}) {
            var one = assertDoesNotThrow(() -> read(mode, Optional.empty(), Optional.empty()));
            var other = assertDoesNotThrow(() -> read(mode, Optional.empty(), Optional.empty()));
            assertNotEquals(one.jwks(), other.jwks());
        }
        var refused = assertThrows(
                ReceiptKeyFiles.Unusable.class, () -> read(LaunchMode.NORMAL, Optional.empty(), Optional.empty()));
        assertTrue(refused.getMessage().startsWith("pilotwatch.receipts.key is not set."), refused::getMessage);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an empty file       | ''
            no PEM              | secret
            a key that is short | -----BEGIN PRIVATE KEY-----MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v-----END PRIVATE KEY-----
            another kind of key | -----BEGIN PRIVATE KEY-----MC4CAQAwBQYDK2VuBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g-----END PRIVATE KEY-----
            """)
    void aFileWithoutAKeyIsRefused(String what, String content) throws IOException {
        var file = file("key.pem", content);

        var refused = assertThrows(
                ReceiptKeyFiles.Unusable.class, () -> read(LaunchMode.NORMAL, file, Optional.empty()), what);

        assertTrue(refused.getMessage().endsWith("is no Ed25519 key in PKCS#8 PEM."), refused::getMessage);
    }

    @Test
    void aFileThatIsNotThereAndFormerKeysThatAreNoneAreRefused() throws IOException {
        var none = Optional.of(folder.resolve("none"));
        var key = file("key.pem", PEM);
        var noJwks = file("former.json", "[]");
        var secret = file("other.json", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}");

        for (var former : List.of(none, noJwks, secret)) {
            assertThrows(ReceiptKeyFiles.Unusable.class, () -> read(LaunchMode.NORMAL, key, former));
        }
        assertThrows(ReceiptKeyFiles.Unusable.class, () -> read(LaunchMode.NORMAL, none, Optional.empty()));
    }

    private static ReceiptKeys read(LaunchMode mode, Optional<Path> key, Optional<Path> formerKeys)
            throws ReceiptKeyFiles.Unusable {
        return ReceiptKeyFiles.read(mode, key, formerKeys);
    }

    private Optional<Path> file(String name, String content) throws IOException {
        return Optional.of(Files.writeString(folder.resolve(name), content));
    }
}
