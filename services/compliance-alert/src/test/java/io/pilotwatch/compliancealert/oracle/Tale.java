package io.pilotwatch.compliancealert.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What befalls one pilot, as plain data in the order in which it happens. */
public record Tale(String pilotId, LocalDate approvedOn, List<Happening> happenings) {

    /** One thing that happens. Days are the programme's. */
    public sealed interface Happening {
        /** When. */
        Instant at();
    }

    record Approved(Instant at) implements Happening {}

    record Suspended(Instant at) implements Happening {}

    record Resumed(Instant at) implements Happening {}

    /** Terminated or withdrawn. */
    record Ended(Instant at, boolean byTheTeam) implements Happening {}

    /** The task book is on file, with its milestones' due days. */
    record Filed(Instant at, Map<String, LocalDate> due) implements Happening {}

    /** The team reports on a milestone; {@code revision} is the milestone's after it, {@code forecast} may be null. */
    record Updated(Instant at, String milestone, long revision, int percent, LocalDate forecast) implements Happening {}

    record Claimed(Instant at, String milestone) implements Happening {}

    record Accepted(Instant at, String milestone) implements Happening {}

    record ClaimReturned(Instant at, String milestone) implements Happening {}

    record Extended(Instant at, String milestone, LocalDate due) implements Happening {}

    record Cancelled(Instant at, String milestone) implements Happening {}

    record Attached(Instant at, String milestone) implements Happening {}

    /** A quarterly or monthly report; {@code period} is its code. */
    record Reported(Instant at, String period) implements Happening {}

    record ReportReturned(Instant at, String period) implements Happening {}

    /** What compliance-alert says itself: it happens at the very instant at which it is heard. */
    public sealed interface Rectifying extends Happening {
        String id();
    }

    record Ordered(Instant at, String id, LocalDate due) implements Rectifying {}

    record Answered(Instant at, String id) implements Rectifying {}

    record AnswerReturned(Instant at, String id) implements Rectifying {}

    record AnswerAccepted(Instant at, String id) implements Rectifying {}

    /** What the team itself says; the rest is said by those above it. */
    static final Set<Class<? extends Happening>> WORDS_OF_THE_TEAM =
            Set.of(Updated.class, Claimed.class, Attached.class, Reported.class, Answered.class);
}
