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

    /** Says the verdict in one line and returns the exit code: 0 whole, 1 broken, 2 the input cannot be read. */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            if (arguments.size() != 2) {
                throw new Unreadable("Name two files: deploy/local/verify-ledger LEDGER.json JWKS.json");
            }
            PublicKeys keys = PublicKeys.read(text(arguments.get(1)));
            Verdict verdict = Verification.of(Ledger.read(text(arguments.get(0))), keys);
            out.println(verdict.line());
            return verdict instanceof Verdict.Whole ? WHOLE : BROKEN;
        } catch (Unreadable e) {
            out.println("unreadable: " + e.getMessage() + " · 无法读取输入文件");
            return UNREADABLE;
        }
    }

    private static String text(String file) throws Unreadable {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new Unreadable(
                    file + " cannot be read as text (" + e.getClass().getSimpleName() + ").");
        }
    }
}
