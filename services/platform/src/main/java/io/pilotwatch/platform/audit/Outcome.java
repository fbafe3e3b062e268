package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.util.Locale;
import java.util.Set;

/** What became of a request. */
public enum Outcome {
    SEEN("查看", "Seen"),
    DONE("已执行", "Done"),
    REFUSED("被拒绝", "Refused"),
    FAILED("未成功", "Failed"),
    /** Done, and never answered: its process died, or its entry could not be written. */
    UNANSWERED("已执行，未答复", "Done, unanswered"),
    SIGNED_IN("登录", "Signed in"),
    SIGNED_OUT("退出", "Signed out");

    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS");

    private final Text text;

    Outcome(String zh, String en) {
        text = new Text(zh, en);
    }

    /** Whether a request with this method may change something. */
    public static boolean isChange(String method) {
        return !LOOKS.contains(method);
    }

    /** Of a request with this method that is answered with this status; null for a change that nobody answered. */
    public static Outcome of(String method, @Nullable Integer status) {
        if (status == null) {
            return UNANSWERED;
        }
        if (status >= 500) {
            return FAILED;
        }
        if (status >= 400) {
            return REFUSED;
        }
        return isChange(method) ? DONE : SEEN;
    }

    /** As {@link #word} said it. */
    public static Outcome ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As an entry has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public Text text() {
        return text;
    }
}
