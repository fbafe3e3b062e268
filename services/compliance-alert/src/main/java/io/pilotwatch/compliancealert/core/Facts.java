package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.OfConduct;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRequested;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.OfMilestone;
import io.pilotwatch.contracts.MilestoneEvent.OfTaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChangeRequested;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookSubmitted;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.contracts.PilotEvent.ApplicationEvent;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotResumed;
import io.pilotwatch.contracts.PilotEvent.RegisterEvent;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.IndicatorCorrected;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the rules know of one pilot: a fold of its events that comes out the same in whatever order, and however
 * often, they arrive.
 *
 * @param pilot null until the pilot is approved; no rule speaks before that
 * @param milestones by milestone id
 * @param lastActivity the last moment at which the team posted anything; null before the first. What a regulator does is
 *     no sign of life of the team
 * @param flags by flag id, everything that screening found, mentions included
 * @param waivers all there ever were
 * @param dossier the plan, the reports and all else that is on file
 */
public record Facts(
        String pilotId,
        @Nullable KnownPilot pilot,
        SortedMap<String, Promise> milestones,
        @Nullable Instant lastActivity,
        SortedMap<String, Flag> flags,
        Waivers waivers,
        Dossier dossier) {

    /**
     * The pilot at the highest revision heard.
     *
     * @param since when it was approved
     * @param resumedAt when it was last resumed; null where it never was
     */
    public record KnownPilot(
            Pilot pilot,
            long revision,
            Instant since,
            @Nullable Instant resumedAt) {

        /** Where it stands. */
        PilotState state() {
            return pilot.state();
        }
    }

    /**
     * A milestone at the highest revision heard.
     *
     * @param since when its present due day was promised: no rule could have spoken of it earlier
     * @param claimedAt when it was last claimed; null where it never was
     */
    public record Promise(
            Milestone milestone, Instant since, @Nullable Instant claimedAt) {}

    public Facts {
        milestones = Collections.unmodifiableSortedMap(new TreeMap<>(milestones));
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
        // Stored before there were these.
        waivers = waivers == null ? Waivers.none() : waivers;
        dossier = dossier == null ? Dossier.empty() : dossier;
    }

    /** Nothing is known yet. */
    public static Facts none(String pilotId) {
        return new Facts(pilotId, null, new TreeMap<>(), null, new TreeMap<>(), Waivers.none(), Dossier.empty());
    }

    /** These facts and what the event adds; {@code time} is when it happened. */
    public Facts with(Event event, Instant time, Screening screening) {
        var known = unscreened(event, time);
        return known.flagged(Conduct.posted(known.flags, event, time, screening));
    }

    /** The same without looking into what a team wrote. */
    public Facts unscreened(Event event, Instant time) {
        var known = switch (event) {
            case RegisterEvent e -> with(e, time);
            case TaskBookFiled e -> with(e.taskBook(), time);
            case TaskBookChanged e -> with(e.taskBook(), time);
            case OfMilestone e -> with(e.milestone(), time, e instanceof MilestoneClaimed ? time : null);
            case OfConduct e -> flagged(Conduct.judged(flags, e, time));
            case AlertEvent e -> new Facts(pilotId, pilot, milestones, lastActivity, flags, waivers.with(e), dossier);
            case ApplicationEvent _, OfTaskBook _, RecordEvent _ -> this;
        };
        return (isSignOfLife(event) ? known.active(time) : known).filed(dossier.with(event, time));
    }

    /** Whether the event is the team's own word. What a lead accepts the team has posted before. */
    private static boolean isSignOfLife(Event event) {
        return switch (event) {
            case TaskBookSubmitted _, TaskBookChangeRequested _ -> true;
            case MilestoneUpdated _, MilestoneClaimed _, ExtensionRequested _ -> true;
            case EvidenceAttached _, IndicatorRecorded _, IndicatorCorrected _, ReportSubmitted _ -> true;
            case RectificationAnswered _ -> true;
            case PilotEvent _, MilestoneEvent _, AlertEvent _ -> false;
        };
    }

    /** Whether there are milestones and nothing more is expected of any. */
    public boolean allClosed() {
        return !milestones.isEmpty()
                && milestones.values().stream()
                        .allMatch(p -> p.milestone().state().isClosed());
    }

    /** Whether there is a plan: of a pilot without one all is open. */
    public boolean hasTaskBook() {
        return !milestones.isEmpty() || !dossier.books().isEmpty();
    }

    /** The same with other flags. */
    public Facts flagged(SortedMap<String, Flag> next) {
        return new Facts(pilotId, pilot, milestones, lastActivity, next, waivers, dossier);
    }

    private Facts with(RegisterEvent e, Instant time) {
        var resumed = e instanceof PilotResumed ? time : null;
        var heard = new KnownPilot(e.pilot(), e.revision(), time, resumed);
        return new Facts(
                pilotId,
                pilot == null ? heard : newer(pilot, heard),
                milestones,
                lastActivity,
                flags,
                waivers,
                dossier);
    }

    /** The higher revision. The approval is the first event of all, hence the earliest time. */
    private static KnownPilot newer(KnownPilot a, KnownPilot b) {
        var latest = b.revision() > a.revision() ? b : a;
        return new KnownPilot(
                latest.pilot(), latest.revision(), earlier(a.since(), b.since()), later(a.resumedAt(), b.resumedAt()));
    }

    private Facts with(TaskBook book, Instant time) {
        var next = this;
        for (var milestone : book.milestones()) {
            next = next.with(milestone, time, null);
        }
        return next;
    }

    private Facts with(Milestone heard, Instant time, @Nullable Instant claimedAt) {
        var next = new TreeMap<>(milestones);
        next.merge(heard.milestoneId(), new Promise(heard, time, claimedAt), Facts::newer);
        return new Facts(pilotId, pilot, next, lastActivity, flags, waivers, dossier);
    }

    /** The higher revision, promised since the first that was heard of its deadline version. */
    private static Promise newer(Promise a, Promise b) {
        var latest = b.milestone().revision() > a.milestone().revision() ? b : a;
        var sameDeadline = a.milestone().deadlineVersion() == b.milestone().deadlineVersion();
        var since = sameDeadline ? earlier(a.since(), b.since()) : latest.since();
        return new Promise(latest.milestone(), since, later(a.claimedAt(), b.claimedAt()));
    }

    private Facts active(Instant time) {
        return new Facts(pilotId, pilot, milestones, later(lastActivity, time), flags, waivers, dossier);
    }

    private Facts filed(Dossier next) {
        return new Facts(pilotId, pilot, milestones, lastActivity, flags, waivers, next);
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
