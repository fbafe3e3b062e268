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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps of a tale what can happen after what happened before, as the services that say it would. */
final class Happened {

    private enum Stage {
        OPEN,
        HANDED_IN,
        CLOSED
    }

    private final List<Happening> happenings = new ArrayList<>();
    private final Map<String, Stage> milestones = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private final Map<String, Stage> reports = new HashMap<>();
    private final Map<String, Stage> orders = new HashMap<>();
    private boolean suspended;
    private boolean ended;

    List<Happening> happenings() {
        return happenings;
    }

    void tryNext(Happening wish) {
        if (happens(wish)) {
            happenings.add(wish instanceof Updated u ? numbered(u) : wish);
        }
    }

    private boolean happens(Happening wish) {
        return switch (wish) {
            case Approved _ -> true;
            case Suspended _ -> !ended && !suspended && (suspended = true);
            case Resumed _ -> !ended && suspended && !(suspended = false);
            case Ended _ -> !ended && (ended = true);
            case Filed h -> {
                h.due().keySet().forEach(id -> milestones.put(id, Stage.OPEN));
                h.due().keySet().forEach(id -> revisions.put(id, 1L));
                yield true;
            }
            case Updated h -> milestone(h.milestone(), Stage.OPEN, Stage.OPEN);
            case Claimed h -> milestone(h.milestone(), Stage.OPEN, Stage.HANDED_IN);
            case Accepted h -> milestone(h.milestone(), Stage.HANDED_IN, Stage.CLOSED);
            case ClaimReturned h -> milestone(h.milestone(), Stage.HANDED_IN, Stage.OPEN);
            case Extended h ->
                milestone(h.milestone(), Stage.OPEN, Stage.OPEN)
                        || milestone(h.milestone(), Stage.HANDED_IN, Stage.HANDED_IN);
            case Cancelled h -> milestone(h.milestone(), Stage.OPEN, Stage.CLOSED);
            case Attached h -> milestones.containsKey(h.milestone());
            case Reported h ->
                reports.putIfAbsent(h.period(), Stage.HANDED_IN) == null
                        || move(reports, h.period(), Stage.OPEN, Stage.HANDED_IN);
            case ReportReturned h -> move(reports, h.period(), Stage.HANDED_IN, Stage.OPEN);
            case Ordered h -> orders.putIfAbsent(h.id(), Stage.OPEN) == null;
            case Answered h -> move(orders, h.id(), Stage.OPEN, Stage.HANDED_IN);
            case AnswerReturned h -> move(orders, h.id(), Stage.HANDED_IN, Stage.OPEN);
            case AnswerAccepted h -> move(orders, h.id(), Stage.HANDED_IN, Stage.CLOSED);
        };
    }

    /** Everything that befalls a milestone is a revision of it. */
    private boolean milestone(String id, Stage from, Stage to) {
        boolean moved = move(milestones, id, from, to);
        if (moved) {
            revisions.merge(id, 1L, Long::sum);
        }
        return moved;
    }

    private static boolean move(Map<String, Stage> stages, String id, Stage from, Stage to) {
        return stages.replace(id, from, to);
    }

    private Updated numbered(Updated u) {
        return new Updated(u.at(), u.milestone(), revisions.get(u.milestone()), u.percent(), u.forecast());
    }
}
