package io.pilotwatch.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A record that this service could not handle.
 *
 * @param key the pilot id, as the record has it
 * @param eventType the record's {@code ce_type}
 * @param reason why it was not handled when that was last tried
 * @param group the reason without ids and numbers
 * @param givenUpAt by the wall clock
 * @param last what was done about it last; null where nothing was
 */
@JsonInclude(Include.ALWAYS)
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String eventType,
        String reason,
        String group,
        Instant givenUpAt,
        State state,
        @Nullable Act last) {

    private static final int LONGEST_GROUP = 200;

    /** What is to be done about it. */
    public enum State {
        /** Somebody has to look. */
        WAITING("待处理", "Waiting"),
        /** It was handled after all. */
        REDRIVEN("已重新处理", "Let in again"),
        /** It stays unhandled, for a reason. */
        CLOSED("已关闭", "Closed");

        private final Text text;

        State(String zh, String en) {
            text = new Text(zh, en);
        }

        /** In words. */
        public Text text() {
            return text;
        }
    }

    /** What an operator does about it. */
    public enum Deed {
        /** Lets it in again. */
        REDRIVE,
        /** Lets it be. */
        CLOSE
    }

    /** What came of that. */
    public enum Result {
        /** It was handled. */
        HANDLED,
        /** Its event had come in some other way meanwhile. */
        REPEATED,
        /** It could not be handled this time either. */
        FAILED,
        /** It is closed. */
        CLOSED
    }

    /**
     * What somebody did about one.
     *
     * @param reason of a {@link Deed#CLOSE} the operator's; of a {@link Result#FAILED} the handler's; else null
     */
    @JsonInclude(Include.ALWAYS)
    public record Act(
            Instant at,
            String account,
            Deed act,
            Result result,
            @Nullable String reason) {}

    /**
     * One with all that is known of it.
     *
     * @param value the record's, null where it has none
     * @param history oldest first
     */
    public record Opened(
            @JsonUnwrapped DeadLetter letter,
            Map<String, String> headers,
            @Nullable byte[] value,
            List<Act> history) {}

    /** What came of an act upon several: of how many it is true now, and of how many not. */
    public record Outcome(int done, int failed) {}

    /** Those that wait for one reason. */
    public record Group(String reason, int count, Instant newest) {}

    /** The reason without what differs from record to record: every word with a digit in it. */
    static String group(String reason) {
        var group = reason.replaceAll("[\\w.:-]*\\d[\\w.:-]*", "…").strip();
        return group.length() > LONGEST_GROUP ? group.substring(0, LONGEST_GROUP) : group;
    }
}
