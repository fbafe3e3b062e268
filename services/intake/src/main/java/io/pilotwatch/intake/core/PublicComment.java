package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.PilotEvent.ObjectionRaised;
import io.pilotwatch.contracts.PilotEvent.ObjectionSettled;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.intake.core.Application.Approved;
import io.pilotwatch.intake.core.Application.AtApplicant;
import io.pilotwatch.intake.core.Application.Open;
import io.pilotwatch.intake.core.Application.Recommended;
import io.pilotwatch.intake.core.Application.Shortlisted;
import io.pilotwatch.intake.core.Application.Submitted;
import io.pilotwatch.intake.core.Application.UnderReview;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** From the shortlist to publication: what anybody holds against it, and what stands in the way. */
final class PublicComment {
    private PublicComment() {}

    static Decision<Application> object(Open a, Move.RaiseObjection m, Act act) {
        return switch (a) {
            case Shortlisted s when isOver(s, act.day()) -> Decision.refused(IntakeRefusal.PUBLIC_COMMENT_OVER);
            case Shortlisted s -> {
                var objection = new Objection(m.objectionId(), m.text(), act.by(), Objection.State.OPEN);
                var objections = new ArrayList<>(s.objections());
                objections.add(objection);
                yield Admission.told(
                        new Shortlisted(s.dossier().told(), s.commentUntil(), List.copyOf(objections)),
                        (id, revision, after) -> new ObjectionRaised(id, revision, after, objection.told(), act.by()));
            }
            case Submitted _, Recommended _, UnderReview _ -> Decision.refused(IntakeRefusal.NOT_SHORTLISTED);
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    static Decision<Application> settle(Open a, Move.Settle m, Act act) {
        return switch (a) {
            case Shortlisted s ->
                s.objections().stream()
                        .filter(o -> o.objectionId().equals(m.objectionId()))
                        .findFirst()
                        .map(o -> settled(s, o, m, act))
                        .orElseGet(() -> Decision.refused(IntakeRefusal.OBJECTION_PAST));
            case Submitted _, Recommended _, UnderReview _ -> Decision.refused(IntakeRefusal.NOT_SHORTLISTED);
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    private static Decision<Application> settled(Shortlisted s, Objection objection, Move.Settle m, Act act) {
        if (!objection.is(Objection.State.OPEN)) {
            return Decision.refused(IntakeRefusal.OBJECTION_SETTLED);
        }
        var objections = s.objections().stream()
                .map(o -> o == objection ? o.settled(m.upheld()) : o)
                .toList();
        return Admission.told(
                new Shortlisted(s.dossier().told(), s.commentUntil(), objections),
                (id, revision, after) ->
                        new ObjectionSettled(id, revision, after, objection.told(), m.upheld(), m.reason(), act.by()));
    }

    /** Published on the programme day of the act, under the application's own id. */
    static Decision<Application> approve(Open a, Move.Approve m, Act act) {
        return switch (a) {
            case Shortlisted s when !isOver(s, act.day()) -> Decision.refused(IntakeRefusal.PUBLIC_COMMENT_RUNNING);
            case Shortlisted s
            when s.hasObjection(Objection.State.OPEN) -> Decision.refused(IntakeRefusal.OBJECTION_OPEN);
            case Shortlisted s
            when s.hasObjection(Objection.State.UPHELD) -> Decision.refused(IntakeRefusal.OBJECTION_UPHELD);
            case Shortlisted s -> {
                var pilot = published(s.dossier(), act.day());
                yield Admission.told(
                        new Approved(s.dossier().told()),
                        (id, revision, after) -> new PilotApproved(id, revision, pilot, act.by(), m.receipts()));
            }
            case Submitted _, Recommended _, UnderReview _ -> Decision.refused(IntakeRefusal.NOT_SHORTLISTED);
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    private static Pilot published(Dossier dossier, LocalDate day) {
        var wish = dossier.wish();
        return new Pilot(
                dossier.pilotId(),
                dossier.number(),
                wish.kind(),
                wish.fields(),
                wish.organisation(),
                wish.region(),
                day,
                wish.synthetic(),
                "申报 %1$s · application %1$s".formatted(dossier.pilotId()),
                null,
                wish.tags(),
                wish.scenarios(),
                null,
                null);
    }

    private static boolean isOver(Shortlisted s, LocalDate day) {
        return day.isAfter(s.commentUntil());
    }
}
