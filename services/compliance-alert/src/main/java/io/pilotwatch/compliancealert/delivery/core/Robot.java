package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The group robots of three chat programs: what a message to each looks like, and how its answer is read. All answer 200
 * whether they took the message or not.
 */
public enum Robot {
    /** 企业微信: at most 4096 bytes of Markdown, 20 messages a minute; the key in the address is all it asks. */
    WECOM("errcode", "errmsg", Set.of(45009L), Duration.ofMinutes(1)) {
        @Override
        public Map<String, Object> payload(Chat chat) {
            var title =
                    "<font color=\"%s\">%s</font>".formatted(colour(chat, "info", "comment", "warning"), chat.title());
            var content = "### " + title + "\n" + chat.markdown(4096 - TITLE_BYTES, "\n");
            return Map.of("msgtype", "markdown", "markdown", Map.of("content", content));
        }
    },

    /** 钉钉: a body of at most 20,000 bytes, 20 messages a minute, else it is shut for ten. */
    DINGTALK("errcode", "errmsg", Set.of(130101L, 410100L), Duration.ofMinutes(10)) {
        @Override
        public Map<String, Object> payload(Chat chat) {
            var text = "### " + chat.title() + "\n\n" + chat.markdown(BODY_BYTES, "\n\n");
            return Map.of("msgtype", "markdown", "markdown", Map.of("title", chat.title(), "text", text));
        }
    },

    /** 飞书: a body of at most 20 kB, 100 messages a minute and five a second. */
    FEISHU("code", "msg", Set.of(11232L), Duration.ofMinutes(1)) {
        @Override
        public Map<String, Object> payload(Chat chat) {
            var header = Map.of(
                    "title",
                    Map.of("tag", "plain_text", "content", chat.title()),
                    "template",
                    colour(chat, "green", "blue", "red"));
            var elements = List.of(Map.of("tag", "markdown", "content", chat.markdown(BODY_BYTES, "\n")));
            return Map.of("msg_type", "interactive", "card", Map.of("header", header, "elements", elements));
        }

        @Override
        boolean isTooFast(long code, @Nullable String message) {
            // 9499 is said of a bad request, too.
            return super.isTooFast(code, message)
                    || code == 9499
                            && message != null
                            && message.toLowerCase(Locale.ROOT).contains("too many");
        }
    };

    /** Of 20,000, which JSON's quoting and the frame also use. */
    private static final int BODY_BYTES = 15_000;

    /** A hundred characters of a title with its frame. */
    private static final int TITLE_BYTES = 400;

    private final String codeField;
    private final String messageField;
    private final Set<Long> tooFast;
    private final Duration pause;

    Robot(String codeField, String messageField, Set<Long> tooFast, Duration pause) {
        this.codeField = codeField;
        this.messageField = messageField;
        this.tooFast = tooFast;
        this.pause = pause;
    }

    /** The message as the robot takes it: maps, lists and texts, to be written as JSON. */
    public abstract Map<String, Object> payload(Chat chat);

    /** Where the answer has its code: 0 for a message taken. */
    public String codeField() {
        return codeField;
    }

    /** Where the answer says in words what was wrong. */
    public String messageField() {
        return messageField;
    }

    /** How long to leave the robot alone after this answer; empty where it did not complain of too many messages. */
    public Optional<Duration> pauseAfter(long code, @Nullable String message) {
        return isTooFast(code, message) ? Optional.of(pause) : Optional.empty();
    }

    boolean isTooFast(long code, @Nullable String message) {
        return tooFast.contains(code);
    }

    private static String colour(Chat chat, String over, String mild, String grave) {
        if (chat.over()) {
            return over;
        }
        return chat.severity() == Severity.INFO ? mild : grave;
    }
}
