package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.contracts.Nullable;
import java.util.Set;

/** What a mail server's refusal means. */
public final class MailAnswer {

    /** The reply of a server that knows no such address. */
    public static final int NO_SUCH_MAILBOX = 550;

    /** Replies that speak of the address, and not of the mail, of us, or of the server's day. */
    private static final Set<Integer> OF_THE_ADDRESS = Set.of(NO_SUCH_MAILBOX, 551, 553);

    /** Replies of a server that asks for patience: shut down, busy, out of room, greylisted. */
    private static final Set<Integer> PATIENCE = Set.of(421, 450, 451, 452);

    private MailAnswer() {}

    /**
     * Reads a refusal.
     *
     * @param reply what the server said
     * @param step of the exchange it refused, in the mail client's words
     */
    public static Answer of(int code, @Nullable String reply, @Nullable String step) {
        var text = shortened(reply == null ? String.valueOf(step) : reply);
        if (OF_THE_ADDRESS.contains(code) && step != null && step.startsWith("recipient")) {
            return Answer.of(Outcome.GONE, code, text, null);
        }
        return Answer.of(PATIENCE.contains(code) ? Outcome.OVERLOADED : Outcome.FAILED, code, text, null);
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), Answer.KEPT_BYTES));
    }
}
