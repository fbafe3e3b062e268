package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.delivery.DeliveryView;
import io.pilotwatch.compliancealert.delivery.SubscriptionHealth.Health;
import io.pilotwatch.compliancealert.delivery.SubscriptionView;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Phrases;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Frames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Ways to be told and what was sent by them, as the pages show them: in words, on the programme's clock. */
@ApplicationScoped
class SubscriptionLines {

    private static final Set<String> SETTLED = Set.of("DELIVERED", "GIVEN_UP", "CANCELLED");

    /**
     * A way to be told, and how it goes.
     *
     * @param state ok, new, doubtful where the last try failed, failing or disabled
     * @param failingSince null while it works
     * @param own whether it is the reader's
     */
    record Line(
            SubscriptionView view,
            Text channel,
            Text agency,
            Wants wants,
            String state,
            @Nullable OffsetDateTime failingSince,
            int waiting,
            int givenUp,
            List<Tried> tries,
            OffsetDateTime made,
            boolean own) {

        /** Whether it has a secret. */
        public boolean webhook() {
            return view.channel() == ChannelKind.WEBHOOK;
        }

        /** Whether something is sent by it, and not read. */
        public boolean sends() {
            return view.channel() != ChannelKind.STREAM;
        }

        /** Whether it is told anything. */
        public boolean active() {
            return view.state() == Subscription.State.ACTIVE;
        }
    }

    /** What is told. */
    record Wants(
            Text severity, boolean everything, List<Text> rules, List<Text> fields, boolean digest, boolean daily) {

        /** In one line. */
        public String ruleNames(Locale l) {
            return names(rules, l);
        }

        /** In one line. */
        public String fieldNames(Locale l) {
            return names(fields, l);
        }

        private static String names(List<Text> texts, Locale l) {
            return texts.stream().map(text -> text.in(l)).collect(Collectors.joining(Text.isChinese(l) ? "、" : ", "));
        }
    }

    /** A try, with what its answer means. */
    record Tried(DeliveryView.Try made, OffsetDateTime at, boolean arrived, NoticeWord means) {}

    /**
     * A delivery with its tries.
     *
     * @param again whether it can be made again
     */
    record Delivery(
            DeliveryView view,
            Text kind,
            NoticeWord state,
            String code,
            OffsetDateTime said,
            @Nullable OffsetDateTime next,
            List<Tried> tries,
            boolean again) {

        /** Whether it has arrived. */
        public boolean arrived() {
            return state == NoticeWord.DELIVERY_DELIVERED;
        }
    }

    private final Frames frames;
    private final SubscriptionForms names;

    SubscriptionLines(Frames frames, SubscriptionForms names) {
        this.frames = frames;
        this.names = names;
    }

    Line line(Health health) {
        var view = health.subscription();
        var tries = health.lastTries().stream().map(this::tried).toList();
        return new Line(
                view,
                view.channel().text(),
                names.agency(view.agency()),
                wants(view),
                state(health),
                at(health.failingSince()),
                health.waiting(),
                health.givenUp(),
                tries,
                at(view.createdAt()),
                view.account().equals(frames.caller().name()));
    }

    Delivery delivery(DeliveryView view) {
        var state = String.valueOf(view.state());
        return new Delivery(
                view,
                Phrases.of(view.kind()),
                NoticeWord.valueOf("DELIVERY_" + state),
                state,
                at(view.saidAt()),
                at(view.nextTryAt()),
                view.tries().stream().map(this::tried).toList(),
                SETTLED.contains(state));
    }

    @Nullable
    OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : FlagTimes.at(instant, frames.programme().zone());
    }

    private Wants wants(SubscriptionView view) {
        return new Wants(
                SubscriptionForms.atLeast(view.leastSeverity()),
                view.leastSeverity().ordinal() == 0
                        && view.rules().isEmpty()
                        && view.fields().isEmpty(),
                SubscriptionForms.rules(view.rules()),
                names.fieldNames(view.fields()),
                view.timing() == Timing.DIGEST,
                view.heartbeat());
    }

    private static String state(Health health) {
        if (health.subscription().state() != Subscription.State.ACTIVE) {
            return "disabled";
        }
        if (health.failingSince() != null) {
            return "failing";
        }
        if (health.lastTries().isEmpty()) {
            return "new";
        }
        return health.lastTries().getFirst().outcome() == Outcome.DELIVERED ? "ok" : "doubtful";
    }

    private Tried tried(DeliveryView.Try made) {
        return new Tried(made, at(made.at()), made.outcome() == Outcome.DELIVERED, means(made));
    }

    /** What a person can do about it follows from what kind of answer it was; of mail the server's own words say it. */
    private static NoticeWord means(DeliveryView.Try made) {
        if (made.outcome() == Outcome.DELIVERED) {
            return NoticeWord.ANSWER_OK;
        }
        if (made.status() == null) {
            return NoticeWord.ANSWER_NONE;
        }
        return switch (made.outcome()) {
            case GONE -> NoticeWord.ANSWER_GONE;
            case OVERLOADED -> NoticeWord.ANSWER_BUSY;
            default ->
                switch (made.status()) {
                    case 401, 403 -> NoticeWord.ANSWER_DENIED;
                    case 404 -> NoticeWord.ANSWER_NOT_FOUND;
                    case 301, 302, 303, 307, 308 -> NoticeWord.ANSWER_REDIRECT;
                    case 500, 501 -> NoticeWord.ANSWER_BROKEN;
                    default -> NoticeWord.ANSWER_REFUSED;
                };
        };
    }
}
