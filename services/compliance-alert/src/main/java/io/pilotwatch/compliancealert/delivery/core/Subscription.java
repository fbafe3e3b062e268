package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A destination, and what its owner wants to be told there.
 *
 * @param revision counts its changes from 1
 * @param account whose it is
 * @param agency for which the account is told
 * @param target an http(s) address or an e-mail address; null for a stream, which its reader opens
 * @param receiptKey the public JWK with which the receiver signs its receipts; null where it gives none
 * @param disabled null unless the state is DISABLED
 */
public record Subscription(
        UUID id,
        long revision,
        String account,
        String agency,
        ChannelKind channel,
        @Nullable String target,
        Preferences preferences,
        @Nullable String receiptKey,
        State state,
        @Nullable Disabled disabled,
        Instant createdAt) {

    /** Whether it is told. A deleted one is kept, because its deliveries are. */
    public enum State {
        ACTIVE,
        DISABLED,
        DELETED
    }

    /** When it is told: each notice by itself, or all of a day together at the start of the next working day. */
    public enum Timing {
        AT_ONCE,
        DIGEST
    }

    /** In which language. */
    public enum Language {
        CHINESE("zh-CN"),
        ENGLISH("en");

        private final String tag;

        Language(String tag) {
            this.tag = tag;
        }

        /** BCP 47. */
        public String tag() {
            return tag;
        }

        /** The locale that {@link Text#in} takes. */
        public Locale locale() {
            return Locale.forLanguageTag(tag);
        }

        /** The one with this tag; there must be one. */
        public static Language of(String tag) {
            return tag.equals(CHINESE.tag) ? CHINESE : ENGLISH;
        }
    }

    /**
     * What its owner wants to be told.
     *
     * @param rules codes; empty for all
     * @param leastSeverity below which nothing is told
     * @param fields codes, of which a pilot must have one; empty for all
     * @param heartbeat whether it gets the daily report of what is overdue, also when nothing is; null for as its channel
     *     does: e-mail does
     */
    public record Preferences(
            List<String> rules,
            Severity leastSeverity,
            List<String> fields,
            Timing timing,
            Language language,
            @Nullable Boolean heartbeat) {}

    /** Since when it is told no more, and why. */
    public record Disabled(Instant at, Text reason) {}

    /** Whether it gets the daily report. */
    public boolean heartbeat() {
        return channel != ChannelKind.STREAM
                && (preferences.heartbeat() == null ? channel == ChannelKind.EMAIL : preferences.heartbeat());
    }

    /** Whether something may be sent to it. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Told no more until its owner enables it. */
    public Subscription disabled(Instant at, Text reason) {
        return with(State.DISABLED, new Disabled(at, reason));
    }

    /** Told again. */
    public Subscription enabled() {
        return with(State.ACTIVE, null);
    }

    /** Told no more, for good. */
    public Subscription deleted() {
        return with(State.DELETED, null);
    }

    /** Told what its owner wants from now on, with another key for receipts. */
    public Subscription wanting(Preferences other, @Nullable String otherReceiptKey) {
        return new Subscription(
                id, revision + 1, account, agency, channel, target, other, otherReceiptKey, state, disabled, createdAt);
    }

    private Subscription with(State next, @Nullable Disabled why) {
        return new Subscription(
                id, revision + 1, account, agency, channel, target, preferences, receiptKey, next, why, createdAt);
    }
}
