package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** An applicant's wish to become a pilot, and what became of it. It keeps its id when it becomes one. */
public sealed interface Application {

    /** As submitted, whatever followed. */
    Submitted submission();

    /** Counts from 1; the pilot's revision goes on from it. */
    long revision();

    /** Where it stands. */
    State state();

    /** The states by name. */
    enum State {
        SUBMITTED("已申报", "Submitted"),
        APPROVED("已公布", "Approved");

        private final Text text;

        State(String zh, String en) {
            text = new Text(zh, en);
        }

        /** The state in words. */
        public Text text() {
            return text;
        }
    }

    /**
     * What an applicant states.
     *
     * @param kind code of a kind
     * @param fields codes of fields, in any order
     */
    record Wish(
            String kind, List<String> fields, String organisation, String region, String summary, boolean synthetic) {}

    /**
     * It waits for the programme office.
     *
     * @param by the account that submitted it
     */
    record Submitted(PilotEvent.Application facts, int number, Instant submittedAt, String by) implements Application {
        @Override
        public Submitted submission() {
            return this;
        }

        @Override
        public long revision() {
            return 1;
        }

        @Override
        public State state() {
            return State.SUBMITTED;
        }

        private Pilot published(Programme programme, Instant now) {
            return new Entry(
                            number,
                            facts.kind(),
                            facts.fields(),
                            facts.organisation(),
                            facts.region(),
                            facts.synthetic(),
                            "申报 %1$s · application %1$s".formatted(facts.pilotId()))
                    .published(programme, programme.dayOf(now));
        }
    }

    /** It became this pilot. */
    record Approved(Submitted submission, long revision, Pilot pilot) implements Application {
        @Override
        public State state() {
            return State.APPROVED;
        }
    }

    /** An applicant asks; the application gets the number that is put aside for it. */
    static Decision<Application> submit(Programme programme, Wish wish, int number, String by, Instant now) {
        var refusal = refusalOf(programme, wish);
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        var facts = new PilotEvent.Application(
                programme.pilotId(number),
                wish.kind(),
                RowCheck.inOrder(programme, new HashSet<>(wish.fields())),
                wish.organisation(),
                wish.region(),
                wish.summary(),
                wish.synthetic());
        var submitted = new Submitted(facts, number, now, by);
        return Decision.decided(submitted, new ApplicationSubmitted(facts.pilotId(), submitted.revision(), facts, by));
    }

    @Nullable
    private static IntakeRefusal refusalOf(Programme programme, Wish wish) {
        var kind = programme.kind(wish.kind());
        if (kind.isEmpty()) {
            return IntakeRefusal.KIND_UNKNOWN;
        }
        if (wish.fields().stream().anyMatch(f -> programme.field(f).isEmpty())) {
            return IntakeRefusal.FIELD_UNKNOWN;
        }
        if (!kind.get().coversFields() && wish.fields().stream().distinct().count() != 1) {
            return IntakeRefusal.ONE_FIELD_NEEDED;
        }
        if (Plain.firstForbidden(wish.region()).isPresent()) {
            return IntakeRefusal.REGION_NOT_PLAIN;
        }
        return Plain.firstForbiddenInLines(wish.summary()).isPresent() ? IntakeRefusal.SUMMARY_NOT_PLAIN : null;
    }

    /** The programme office publishes it as a pilot, on the programme day of {@code now}. */
    static Decision<Application> approve(Application application, Programme programme, String by, Instant now) {
        return switch (application) {
            case Approved approved -> Decision.refused(IntakeRefusal.ALREADY_APPROVED);
            case Submitted submitted -> {
                var pilot = submitted.published(programme, now);
                var approved = new Approved(submitted, submitted.revision() + 1, pilot);
                yield Decision.decided(approved, new PilotApproved(pilot.pilotId(), approved.revision(), pilot, by));
            }
        };
    }
}
