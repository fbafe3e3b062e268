package io.pilotwatch.local.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log as somebody verifies it who trusts nothing but the keys and what he kept himself. */
class VerifyAuditTest {

    private static final Signer OURS = Signer.named("ours");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aWholeLogIsSaidToBeWhole() throws IOException {
        assertEquals(0, verify(log("milestone", 1, 9)));
        assertEquals("whole: milestone, entries 1 to 9, as of 2026-03-01T00:00:09Z\n", said());
    }

    @Test
    void theRestIsStillFollowedFromACheckpointWhenItsBeginningIsForgotten() throws IOException {
        var whole = log("milestone", 1, 9);
        var rest = new ArrayList<>(whole.subList(5, 10));
        rest.addFirst(checkpoint("milestone", 5, whole.get(4)));

        assertEquals(0, verify(rest));
        assertEquals("whole: milestone, entries 6 to 9, as of 2026-03-01T00:00:09Z\n", said());
    }

    @Test
    void theRestWithoutACheckpointFollowsFromNothing() throws IOException {
        assertEquals(1, verify(log("milestone", 1, 9).subList(5, 10)));
        assertTrue(said().startsWith("broken at entry 6: it follows from nothing"), said());
    }

    @Test
    void aChangedEntryIsNamed() throws IOException {
        var lines = new ArrayList<>(log("milestone", 1, 9));
        lines.set(3, lines.get(3).replace("team-4", "team-7"));

        assertEquals(1, verify(lines));
        assertTrue(said().startsWith("broken at entry 4: its hash is not"), said());
    }

    @Test
    void aRemovedEntryIsNamed() throws IOException {
        var lines = new ArrayList<>(log("milestone", 1, 9));
        lines.remove(4);

        assertEquals(1, verify(lines));
        assertTrue(said().startsWith("broken at entry 5: it is missing"), said());
    }

    @Test
    void anInsertedEntryIsNamed() throws IOException {
        var lines = new ArrayList<>(log("milestone", 1, 9));
        lines.add(5, line("milestone", 5, "intruder", "0".repeat(64)));

        assertEquals(1, verify(lines));
        assertTrue(said().startsWith("broken at entry 5: the files tell it in two ways"), said());
    }

    @Test
    void entriesThatChangedPlacesAreNamed() throws IOException {
        var lines = new ArrayList<>(log("milestone", 1, 9));
        lines.set(2, lines.get(2).replace("\"position\":3", "\"position\":4"));
        lines.set(3, lines.get(3).replace("\"position\":4", "\"position\":3"));

        assertEquals(1, verify(lines));
        assertTrue(said().startsWith("broken at entry 3: "), said());
    }

    @Test
    void theOrderOfTheLinesDoesNotMatter() throws IOException {
        var lines = new ArrayList<>(log("milestone", 1, 9));
        Collections.reverse(lines);

        assertEquals(0, verify(lines));
    }

    @Test
    void aCutTailIsFoundByACheckpointThatSomebodyKept() throws IOException {
        var before = log("milestone", 1, 9);
        var cut = log("milestone", 1, 7);
        assertEquals(0, verify(cut));

        assertEquals(1, verify(cut, List.of(jws("milestone", 9, before.get(8)))));
        assertTrue(said().contains("broken at entry 8: it is missing, and was signed up to entry 9"), said());
    }

    @Test
    void aLogThatWasWrittenAnewIsFoundByACheckpointThatSomebodyKept() throws IOException {
        var before = log("milestone", 1, 6);
        var anew = log("milestone", 2, 9);
        assertEquals(0, verify(anew));

        assertEquals(1, verify(anew, before));
        assertTrue(said().contains("broken at entry 1: the files tell it in two ways"), said());
        said.reset();
        assertEquals(1, verify(anew, List.of(jws("milestone", 6, before.get(5)))));
        assertTrue(said().contains("broken at entry 6: another one was signed there"), said());
    }

    @Test
    void anEndThatNobodySignedIsNoEnd() throws IOException {
        var lines = log("milestone", 1, 9);

        assertEquals(1, verify(lines.subList(0, 9)));
        assertTrue(said().startsWith("broken at entry 9: nothing that is signed"), said());
    }

    @Test
    void anotherServicesLogIsNotOurs() throws IOException {
        assertEquals(1, verify(log("milestone", 1, 3), log("intake", 1, 3)));
        assertTrue(said().startsWith("broken at checkpoint 2: it is of another service"), said());
    }

    @Test
    void aCheckpointOfAnotherKeyIsNotBelieved() throws IOException {
        var lines = log("milestone", 1, 3);
        var theirs = Files.writeString(folder.resolve("theirs"), Signer.jwks(Signer.named("theirs")));

        assertEquals(1, run(List.of(file(lines), theirs.toString())));
        assertTrue(said().startsWith("broken at checkpoint 1: it names a key"), said());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "{", "{\"position\":1,\"hash\":\"\",\"entry\":[]}", "{\"entry\":{},\"entry\":{}}"
            })
    void whatIsNoAuditLogIsUnreadable(String line) throws IOException {
        assertEquals(2, verify(List.of(line)));
        assertTrue(said().startsWith("unreadable: ") && said().lines().count() == 1, said());
    }

    @SafeVarargs
    private int verify(List<String>... files) throws IOException {
        var arguments = new ArrayList<String>();
        for (var lines : files) {
            arguments.add(file(lines));
        }
        arguments.add(
                Files.writeString(folder.resolve("jwks"), Signer.jwks(OURS)).toString());
        return run(arguments);
    }

    private int run(List<String> arguments) {
        return VerifyAudit.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String file(List<String> lines) throws IOException {
        return Files.write(Files.createTempFile(folder, "audit", ".jsonl"), lines)
                .toString();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** {@code seed} makes another story of the same length; the last line is a checkpoint. */
    private static List<String> log(String service, int seed, int length) {
        var lines = new ArrayList<String>();
        var previous = "0".repeat(64);
        for (int position = 1; position <= length; position++) {
            lines.add(line(service, position, "team-" + position * seed, previous));
            previous = hashIn(lines.getLast());
        }
        lines.add(checkpoint(service, length, lines.getLast()));
        return lines;
    }

    private static String line(String service, int position, String account, String previous) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("service", service);
        entry.put("position", position);
        entry.put("at", "2026-03-01T00:00:0%dZ".formatted(position));
        entry.put("account", account);
        entry.put("subject", Map.of("q", "海淀"));
        var json = Signer.canonical(entry);
        return "{\"position\":%d,\"hash\":\"%s\",\"entry\":%s}".formatted(position, hash(previous, json), json);
    }

    private static String checkpoint(String service, int position, String line) {
        return Signer.json(Map.of("checkpoint", jws(service, position, line)));
    }

    private static String jws(String service, int position, String line) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("service", service);
        said.put("position", position);
        said.put("hash", hashIn(line));
        said.put("at", "2026-03-01T00:00:00Z");
        return OURS.sign("pilotwatch.audit-checkpoint", Signer.canonical(said));
    }

    private static String hashIn(String line) {
        return line.replaceAll(".*\"hash\":\"([0-9a-f]+)\".*", "$1");
    }

    private static String hash(String previous, String json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previous));
            return HexFormat.of().formatHex(digest.digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
