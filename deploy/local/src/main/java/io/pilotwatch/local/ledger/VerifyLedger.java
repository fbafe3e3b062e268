package io.pilotwatch.local.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code deploy/local/verify-ledger LEDGER.json JWKS.json}: needs neither the network nor the platform. */
public final class VerifyLedger {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;

    private VerifyLedger() {}

    /** What verifies something. */
    interface Work {
        Verdict verdict() throws Unreadable;
    }

    /** Says the verdict in one line and returns the exit code: 0 whole, 1 broken, 2 the input cannot be read. */
    public static int run(List<String> arguments, PrintStream out) {
        return answer(out, () -> {
            if (arguments.size() != 2) {
                throw new Unreadable("Name two files: deploy/local/verify-ledger LEDGER.json JWKS.json");
            }
            PublicKeys keys = PublicKeys.read(text(arguments.get(1)));
            return Verification.of(Ledger.read(text(arguments.get(0))), keys);
        });
    }

    static int answer(PrintStream out, Work work) {
        try {
            Verdict verdict = work.verdict();
            out.println(verdict.line());
            return verdict instanceof Verdict.Broken ? BROKEN : WHOLE;
        } catch (Unreadable e) {
            out.println("unreadable: " + e.getMessage() + " · 无法读取输入文件");
            return UNREADABLE;
        }
    }

    static String text(String file) throws Unreadable {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new Unreadable(
                    file + " cannot be read as text (" + e.getClass().getSimpleName() + ").");
        }
    }
}
