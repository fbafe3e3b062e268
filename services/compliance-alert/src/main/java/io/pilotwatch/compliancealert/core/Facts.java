package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.ConductFlag;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that the rules know of one pilot: a fold of its events that comes out the same in whatever order, and however
 * often, they arrive.
 *
 * @param pilot null until the pilot is approved; no rule speaks before that
 * @param milestones by milestone id
 * @param taskBookFiledOn programme day of the first filing; null until then
 * @param lastActivity the last moment at which the team filed, reported or claimed; null before the first. What a
 *     regulator does is no sign of life of the team
 * @param flags by flag id, everything that screening found, mentions included
 */
public record Facts(
        String pilotId,
        @Nullable KnownPilot pilot,
        SortedMap<String, Promise> milestones,
        @Nullable LocalDate taskBookFiledOn,
        @Nullable Instant lastActivity,
        SortedMap<String, Flag> flags) {

    /**
     * The pilot at the highest revision heard.
     *
     * @param since when it was approved
     */
    public record KnownPilot(Pilot pilot, long revision, Instant since) {}

    /**
     * A milestone at the highest revision heard.
     *
     * @param since when its present due day was promised: no rule could have spoken of it earlier
     */
    public record Promise(Milestone milestone, Instant since) {}

    /**
     * What screening found in one text.
     *
     * @param revision of the milestone's event that carried the text
     * @param postedAt when the team posted it
     */
    public record Flag(ConductFlag flag, long revision, Instant postedAt) {}

    public Facts {
        milestones = Collections.unmodifiableSortedMap(new TreeMap<>(milestones));
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }

    /** Nothing is known yet. */
    public static Facts none(String pilotId) {
        return new Facts(pilotId, null, new TreeMap<>(), null, null, new TreeMap<>());
    }

    /** Whether facts can follow from this event at all. */
    public static boolean concerns(Event event) {
        return event instanceof PilotApproved || event instanceof MilestoneEvent;
    }

    /** These facts and what the event adds; {@code time} is when it happened. */
    public Facts with(Event event, Instant time, Screening screening) {
        return switch (event) {
            case PilotApproved e -> with(e, time);
            case TaskBookFiled e -> filed(e, time);
            case MilestoneUpdated e ->
                with(e.milestone(), time)
                        .active(time)
                        .screened(e, e.milestone(), e.update().note(), time, screening);
            case MilestoneClaimed e ->
                with(e.milestone(), time).active(time).screened(e, e.milestone(), e.note(), time, screening);
            case MilestoneReached e -> with(e.milestone(), time);
            case MilestoneReturned e -> with(e.milestone(), time);
            case MilestoneExtended e -> with(e.milestone(), time);
            default -> this;
        };
    }

    /** Whether there are milestones and nothing more is expected of any. */
    public boolean allClosed() {
        return !milestones.isEmpty()
                && milestones.values().stream()
                        .allMatch(p -> p.milestone().state().isClosed());
    }

    /** What screening found and the facts before did not have. */
    public Stream<Flag> flagsBeyond(Facts before) {
        return flags.entrySet().stream()
                .filter(e -> !before.flags.containsKey(e.getKey()))
                .map(SortedMap.Entry::getValue);
    }

    private Facts with(PilotApproved e, Instant time) {
        var newer = pilot == null || e.revision() > pilot.revision();
        var since = pilot == null ? time : earlier(time, pilot.since());
        var next = newer
                ? new KnownPilot(e.pilot(), e.revision(), since)
                : new KnownPilot(pilot.pilot(), pilot.revision(), since);
        return new Facts(pilotId, next, milestones, taskBookFiledOn, lastActivity, flags);
    }

    private Facts filed(TaskBookFiled e, Instant time) {
        var filedOn = e.taskBook().filedOn();
        var first = taskBookFiledOn == null || filedOn.isBefore(taskBookFiledOn) ? filedOn : taskBookFiledOn;
        var next = new Facts(pilotId, pilot, milestones, first, lastActivity, flags).active(time);
        for (var milestone : e.taskBook().milestones()) {
            next = next.with(milestone, time);
        }
        return next;
    }

    private Facts with(Milestone heard, Instant time) {
        var next = new TreeMap<>(milestones);
        next.merge(heard.milestoneId(), new Promise(heard, time), Facts::newer);
        return new Facts(pilotId, pilot, next, taskBookFiledOn, lastActivity, flags);
    }

    /** The higher revision, promised since the first that was heard of its deadline version. */
    private static Promise newer(Promise a, Promise b) {
        var latest = b.milestone().revision() > a.milestone().revision() ? b : a;
        var sameDeadline = a.milestone().deadlineVersion() == b.milestone().deadlineVersion();
        return sameDeadline ? new Promise(latest.milestone(), earlier(a.since(), b.since())) : latest;
    }

    private Facts active(Instant time) {
        var last = lastActivity == null || time.isAfter(lastActivity) ? time : lastActivity;
        return new Facts(pilotId, pilot, milestones, taskBookFiledOn, last, flags);
    }

    private Facts screened(Event e, Milestone milestone, @Nullable String note, Instant time, Screening screening) {
        var next = new TreeMap<>(flags);
        for (var found : screening.screen(note == null ? "" : note)) {
            var id = "%s.conduct.%s.%d.%s".formatted(pilotId, milestone.milestoneId(), e.revision(), found.category());
            var flag = new ConductFlag(
                    id,
                    pilotId,
                    milestone.milestoneId(),
                    found.outcome(),
                    found.category(),
                    found.words(),
                    found.excerpt());
            next.merge(id, new Flag(flag, e.revision(), time), Facts::firstPosted);
        }
        return new Facts(pilotId, pilot, milestones, taskBookFiledOn, lastActivity, next);
    }

    private static Flag firstPosted(Flag a, Flag b) {
        return b.postedAt().isBefore(a.postedAt()) ? b : a;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
