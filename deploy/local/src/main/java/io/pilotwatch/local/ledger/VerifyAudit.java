package io.pilotwatch.local.ledger;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code deploy/local/verify-audit FILE… JWKS.json}: needs neither the network nor the platform. */
public final class VerifyAudit {

    private VerifyAudit() {}

    /** Says the verdict in one line and returns the exit code: 0 whole, 1 broken, 2 the input cannot be read. */
    public static int run(List<String> arguments, PrintStream out) {
        return VerifyLedger.answer(out, () -> {
            if (arguments.size() < 2) {
                throw new Unreadable("Name the files and then the keys: deploy/local/verify-audit FILE… JWKS.json");
            }
            PublicKeys keys = PublicKeys.read(VerifyLedger.text(arguments.getLast()));
            List<String> lines = new ArrayList<>();
            for (String file : arguments.subList(0, arguments.size() - 1)) {
                VerifyLedger.text(file).lines().forEach(lines::add);
            }
            return AuditVerification.of(AuditLines.read(lines), keys);
        });
    }
}
