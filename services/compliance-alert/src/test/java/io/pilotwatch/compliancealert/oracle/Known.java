package io.pilotwatch.compliancealert.oracle;

import io.pilotwatch.compliancealert.oracle.Tale.Accepted;
import io.pilotwatch.compliancealert.oracle.Tale.AnswerAccepted;
import io.pilotwatch.compliancealert.oracle.Tale.AnswerReturned;
import io.pilotwatch.compliancealert.oracle.Tale.Answered;
import io.pilotwatch.compliancealert.oracle.Tale.Approved;
import io.pilotwatch.compliancealert.oracle.Tale.Attached;
import io.pilotwatch.compliancealert.oracle.Tale.Cancelled;
import io.pilotwatch.compliancealert.oracle.Tale.ClaimReturned;
import io.pilotwatch.compliancealert.oracle.Tale.Claimed;
import io.pilotwatch.compliancealert.oracle.Tale.Ended;
import io.pilotwatch.compliancealert.oracle.Tale.Extended;
import io.pilotwatch.compliancealert.oracle.Tale.Filed;
import io.pilotwatch.compliancealert.oracle.Tale.Happening;
import io.pilotwatch.compliancealert.oracle.Tale.Ordered;
import io.pilotwatch.compliancealert.oracle.Tale.ReportReturned;
import io.pilotwatch.compliancealert.oracle.Tale.Reported;
import io.pilotwatch.compliancealert.oracle.Tale.Resumed;
import io.pilotwatch.compliancealert.oracle.Tale.Suspended;
import io.pilotwatch.compliancealert.oracle.Tale.Updated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of a pilot so far: the plainest model there is, changed in place, one happening after the other. */
final class Known {

    /** A milestone as the last word left it. */
    static final class Milestone {
        LocalDate due;
        int version = 1;
        Instant promisedAt;
        boolean closed;
        Instant claimedAt;
        boolean evidence;
        int last = -1;
        Instant lastAt;
        int peak = -1;
        long peakRevision;
        LocalDate forecast;
        Instant forecastAt;
    }

    /** A report that was handed in. */
    static final class Report {
        boolean submitted;
        Instant returnedAt;
    }

    /** A rectification. */
    static final class Rectification {
        LocalDate due;
        Instant orderedAt;
        boolean waitsForTheTeam;
        Instant waitsSince;
        Instant acceptedAt;
    }

    final LocalDate approvedOn;
    Instant approvedAt;
    boolean suspended;
    boolean ended;
    Instant resumedAt;
    Instant lastWord;
    boolean filed;
    final Map<String, Milestone> milestones = new LinkedHashMap<>();
    final Map<String, Report> reports = new LinkedHashMap<>();
    final Map<String, Rectification> rectifications = new LinkedHashMap<>();

    Known(LocalDate approvedOn) {
        this.approvedOn = approvedOn;
    }

    boolean anythingOpen() {
        return !filed || milestones.values().stream().anyMatch(m -> !m.closed);
    }

    void hear(Happening happening) {
        if (Tale.WORDS_OF_THE_TEAM.contains(happening.getClass())) {
            lastWord = happening.at();
        }
        switch (happening) {
            case Approved h -> approvedAt = h.at();
            case Suspended _ -> suspended = true;
            case Resumed h -> {
                suspended = false;
                resumedAt = h.at();
            }
            case Ended _ -> ended = true;
            case Filed h -> {
                filed = true;
                h.due().forEach((id, due) -> promised(id, due, h.at()));
            }
            case Updated h -> updated(h);
            case Claimed h -> milestones.get(h.milestone()).claimedAt = h.at();
            case Accepted h -> milestones.get(h.milestone()).closed = true;
            case ClaimReturned h -> milestones.get(h.milestone()).claimedAt = null;
            case Extended h -> {
                promised(h.milestone(), h.due(), h.at());
                milestones.get(h.milestone()).version++;
            }
            case Cancelled h -> milestones.get(h.milestone()).closed = true;
            case Attached h -> milestones.get(h.milestone()).evidence = true;
            case Reported h -> reports.computeIfAbsent(h.period(), _ -> new Report()).submitted = true;
            case ReportReturned h -> {
                reports.get(h.period()).submitted = false;
                reports.get(h.period()).returnedAt = h.at();
            }
            case Ordered h -> ordered(h);
            case Answered h -> rectifications.get(h.id()).waitsForTheTeam = false;
            case AnswerReturned h -> waits(rectifications.get(h.id()), h.at());
            case AnswerAccepted h -> rectifications.get(h.id()).acceptedAt = h.at();
        }
    }

    private void promised(String id, LocalDate due, Instant at) {
        var milestone = milestones.computeIfAbsent(id, _ -> new Milestone());
        milestone.due = due;
        milestone.promisedAt = at;
    }

    private void updated(Updated h) {
        var m = milestones.get(h.milestone());
        m.last = h.percent();
        m.lastAt = h.at();
        if (h.percent() > m.peak) {
            m.peak = h.percent();
            m.peakRevision = h.revision();
        }
        if (h.forecast() != null) {
            m.forecast = h.forecast();
            m.forecastAt = h.at();
        }
    }

    private void ordered(Ordered h) {
        var order = new Rectification();
        order.due = h.due();
        order.orderedAt = h.at();
        waits(order, h.at());
        rectifications.put(h.id(), order);
    }

    private static void waits(Rectification order, Instant since) {
        order.waitsForTheTeam = true;
        order.waitsSince = since;
    }
}
