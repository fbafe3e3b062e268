package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Text;
import java.util.Locale;
import java.util.Set;

/** What became of a request. */
public enum Outcome {
    SEEN("查看", "Seen"),
    DONE("已执行", "Done"),
    REFUSED("被拒绝", "Refused"),
    FAILED("未成功", "Failed"),
    SIGNED_IN("登录", "Signed in"),
    SIGNED_OUT("退出", "Signed out");

    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS");

    private final Text text;

    Outcome(String zh, String en) {
        text = new Text(zh, en);
    }

    /** Of a request with this method that is answered with this status. */
    public static Outcome of(String method, int status) {
        if (status >= 500) {
            return FAILED;
        }
        if (status >= 400) {
            return REFUSED;
        }
        return LOOKS.contains(method) ? SEEN : DONE;
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
