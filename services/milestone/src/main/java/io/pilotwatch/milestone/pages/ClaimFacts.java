package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.MilestoneDesk;
import io.pilotwatch.milestone.MilestoneStep;
import io.pilotwatch.milestone.MilestoneView;
import io.pilotwatch.milestone.evidence.EvidenceDesk;
import io.pilotwatch.milestone.evidence.EvidenceView;
import io.pilotwatch.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a lead looks at before it decides on a milestone. */
@ApplicationScoped
class ClaimFacts {

    private static final int MOST = 50;

    private final MilestoneDesk milestones;
    private final EvidenceDesk evidence;

    ClaimFacts(MilestoneDesk milestones, EvidenceDesk evidence) {
        this.milestones = milestones;
        this.evidence = evidence;
    }

    /** A milestone with the last of what was done to it and what backs it up. */
    record Facts(MilestoneView milestone, List<MilestoneStep> steps, List<EvidenceView> evidence) {}

    Facts of(Caller caller, String pilotId, String milestoneId) {
        return new Facts(
                milestones.look(caller, pilotId, milestoneId),
                milestones.steps(caller, pilotId, milestoneId, MOST),
                evidence.list(caller, pilotId, milestoneId, null, MOST));
    }
}
