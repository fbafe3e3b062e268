package io.pilotwatch.local.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.local.ledger.PublicKeys.NotGood;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a stretch of an audit log is whole: each entry's hash is that of the one before and of what it says, none is missing, it
 * begins at the first or at a checkpoint, ends at one, and says at each checkpoint what was signed there. A checkpoint that
 * somebody kept elsewhere finds out if everything was written anew. Shares no code with the services that write it.
 */
final class AuditVerification {

    private static final String CHECKPOINT = "pilotwatch.audit-checkpoint";
    private static final String NOTHING = "0".repeat(64);

    private final TreeMap<Long, AuditLines.Entry> entries = new TreeMap<>();
    private final SortedMap<Long, String> signed = new TreeMap<>();
    private String service;

    private AuditVerification() {}

    /** The first thing that is wrong, the checkpoints' signatures before the entries; or that all is whole. */
    static Verdict of(AuditLines lines, PublicKeys keys) {
        AuditVerification verification = new AuditVerification();
        Verdict.Broken wrong = verification.checkpoints(lines, keys);
        wrong = wrong != null ? wrong : verification.sort(lines);
        wrong = wrong != null ? wrong : verification.follow();
        return wrong != null ? wrong : verification.whole();
    }

    private Verdict.Broken checkpoints(AuditLines lines, PublicKeys keys) {
        for (int number = 1; number <= lines.checkpoints().size(); number++) {
            try {
                JsonNode said = keys.open(lines.checkpoints().get(number - 1), CHECKPOINT);
                long position = said.path("position").asLong();
                String hash = said.path("hash").asText();
                if (!isOurs(said)) {
                    throw new NotGood("属于另一服务", "it is of another service");
                }
                String other = signed.putIfAbsent(position, hash);
                if (other != null && !other.equals(hash)) {
                    throw new NotGood(
                            "第 %d 条有两种签名内容".formatted(position), "entry %d was signed in two ways".formatted(position));
                }
            } catch (NotGood e) {
                return Verdict.Broken.atCheckpoint(number, e.why());
            }
        }
        return null;
    }

    private Verdict.Broken sort(AuditLines lines) {
        for (AuditLines.Entry entry : lines.entries()) {
            if (!isOurs(entry.said())) {
                return broken(entry.position(), "属于另一服务", "it is of another service");
            }
            AuditLines.Entry other = entries.putIfAbsent(entry.position(), entry);
            if (other != null && !other.equals(entry)) {
                return broken(entry.position(), "文件中有两种内容", "the files tell it in two ways");
            }
        }
        return null;
    }

    private Verdict.Broken follow() {
        long expected = entries.firstKey();
        String last = expected == 1 ? NOTHING : signed.get(expected - 1);
        if (last == null) {
            return broken(expected, "此前没有检查点", "it follows from nothing: there is no checkpoint before it");
        }
        for (AuditLines.Entry entry : entries.values()) {
            Verdict.Broken wrong =
                    entry.position() == expected ? link(entry, last) : broken(expected, "缺失", "it is missing");
            if (wrong != null) {
                return wrong;
            }
            last = entry.hash();
            expected++;
        }
        return end(expected - 1);
    }

    private Verdict.Broken link(AuditLines.Entry entry, String last) {
        JsonNode said = entry.said().path("position");
        if (!said.isIntegralNumber() || said.asLong() != entry.position()) {
            return broken(entry.position(), "内容中的序号是 " + said, "it says that it is " + said);
        }
        if (!entry.hash().equals(hash(last, entry.said()))) {
            return broken(entry.position(), "与内容或前一条不符", "its hash is not that of what it says after the one before");
        }
        String known = signed.get(entry.position());
        return known == null || known.equals(entry.hash())
                ? null
                : broken(entry.position(), "与已签名的不同", "another one was signed there");
    }

    private Verdict.Broken end(long last) {
        if (signed.isEmpty() || signed.lastKey() < last) {
            return broken(last, "末尾没有签名", "nothing that is signed stands at its end");
        }
        return signed.lastKey() == last
                ? null
                : broken(
                        last + 1,
                        "缺失，而已签名至第 %d 条".formatted(signed.lastKey()),
                        "it is missing, and was signed up to entry " + signed.lastKey());
    }

    private Verdict whole() {
        return new Verdict.WholeAudit(
                service,
                entries.firstKey(),
                entries.lastKey(),
                entries.lastEntry().getValue().said().path("at").asText());
    }

    /** The first that names its service says whose log it is. */
    private boolean isOurs(JsonNode said) {
        String named = said.path("service").asText();
        service = service == null ? named : service;
        return service.equals(named);
    }

    private static Verdict.Broken broken(long position, String zh, String en) {
        return Verdict.Broken.atEntry(position, new Text(zh, en));
    }

    private static String hash(String last, JsonNode said) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(last));
            return HexFormat.of().formatHex(digest.digest(PublicKeys.canonicalForm(said)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException | IllegalArgumentException _) {
            return "";
        }
    }
}
