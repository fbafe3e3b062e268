package io.pilotwatch.milestone;

import static java.util.stream.Collectors.toMap;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.milestone.core.Milestone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a pilot has promised, as others may see it. */
@ApplicationScoped
public class PlanInForce {

    private final MilestoneRows milestones;
    private final TaskBookRows books;

    PlanInForce(MilestoneRows milestones, TaskBookRows books) {
        this.milestones = milestones;
        this.books = books;
    }

    /** In the order of the plan, then those that were cancelled; none before the task book is filed. */
    public List<MilestoneEvent.Milestone> milestones(String pilotId) {
        return milestones.of(pilotId).stream().map(Milestone::told).toList();
    }

    /** When something befell each of them last; none of those that nothing has befallen since the plan was filed. */
    public Map<String, Instant> changed(String pilotId) {
        return milestones
                .getEntityManager()
                .createQuery(
                        "select milestoneId, max(recordedAt) from EntryRow where pilotId = ?1 group by milestoneId",
                        Object[].class)
                .setParameter(1, pilotId)
                .getResultStream()
                .collect(toMap(row -> (String) row[0], row -> (Instant) row[1]));
    }

    /** What is to become of its indicators; none before the task book is filed, or where it says nothing of them. */
    public List<IndicatorTarget> indicators(String pilotId) {
        var book = books.of(pilotId).book();
        return book == null ? List.of() : book.indicators();
    }
}
