package io.pilotwatch.milestone;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.core.Milestone;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

/** A milestone as it stands: its public state, and its place in the task book. */
@Entity
@Table(name = "milestone")
@IdClass(MilestoneRow.Key.class)
class MilestoneRow {

    /** A milestone's id is unique within its pilot only. */
    record Key(String pilotId, String milestoneId) {}

    @Id
    String pilotId;

    @Id
    String milestoneId;

    int position;
    long revision;
    String titleZh;
    String titleEn;
    LocalDate baselineDue;
    LocalDate due;
    LocalDate requestedDue;
    int deadlineVersion;
    int weight;
    boolean critical;
    String criterionZh;
    String criterionEn;
    List<String> dependsOn;

    @Enumerated(EnumType.STRING)
    MilestoneState state;

    int percent;
    LocalDate forecast;
    LocalDate claimedOn;
    String firstAcceptedBy;
    LocalDate reachedOn;
    Integer daysLate;

    static MilestoneRow of(String pilotId, Milestone milestone) {
        var row = new MilestoneRow();
        row.pilotId = pilotId;
        row.milestoneId = milestone.promise().milestoneId();
        row.set(milestone);
        return row;
    }

    void set(Milestone milestone) {
        var told = milestone.told();
        revision = told.revision();
        titleZh = told.title().zh();
        titleEn = told.title().en();
        baselineDue = told.baselineDue();
        due = told.due();
        requestedDue = told.requestedDue();
        deadlineVersion = told.deadlineVersion();
        weight = told.weight();
        critical = told.critical();
        criterionZh = told.criterion() == null ? null : told.criterion().zh();
        criterionEn = told.criterion() == null ? null : told.criterion().en();
        dependsOn = told.dependsOn();
        state = told.state();
        percent = told.percent();
        forecast = told.forecast();
        claimedOn = told.claimedOn();
        firstAcceptedBy = told.firstAcceptedBy();
        reachedOn = told.reachedOn();
        daysLate = told.daysLate();
    }

    Milestone milestone() {
        return Milestone.of(new MilestoneEvent.Milestone(
                milestoneId,
                revision,
                new Text(titleZh, titleEn),
                baselineDue,
                due,
                deadlineVersion,
                weight,
                critical,
                state,
                percent,
                forecast,
                reachedOn,
                daysLate,
                criterionZh == null ? null : new Text(criterionZh, criterionEn),
                List.copyOf(dependsOn),
                claimedOn,
                firstAcceptedBy,
                requestedDue));
    }
}
