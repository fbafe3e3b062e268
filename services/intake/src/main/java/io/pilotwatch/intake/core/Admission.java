package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.contracts.PilotEvent.ApplicationRecommended;
import io.pilotwatch.contracts.PilotEvent.ApplicationRejected;
import io.pilotwatch.contracts.PilotEvent.ApplicationReturned;
import io.pilotwatch.contracts.PilotEvent.ApplicationReviewStarted;
import io.pilotwatch.contracts.PilotEvent.ApplicationReviewed;
import io.pilotwatch.contracts.PilotEvent.ApplicationShortlisted;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.ApplicationWithdrawn;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.core.Application.AtApplicant;
import io.pilotwatch.intake.core.Application.AtOffice;
import io.pilotwatch.intake.core.Application.Closed;
import io.pilotwatch.intake.core.Application.Draft;
import io.pilotwatch.intake.core.Application.Open;
import io.pilotwatch.intake.core.Application.Recommended;
import io.pilotwatch.intake.core.Application.Rejected;
import io.pilotwatch.intake.core.Application.Returned;
import io.pilotwatch.intake.core.Application.Shortlisted;
import io.pilotwatch.intake.core.Application.Submitted;
import io.pilotwatch.intake.core.Application.UnderReview;
import io.pilotwatch.intake.core.Application.Withdrawn;
import java.util.ArrayList;
import java.util.List;

/** How an application becomes a pilot: one function a move, one case a state. */
public final class Admission {

    /** Tells a move of an application as it stands after it. */
    @FunctionalInterface
    interface Telling {
        Event of(String pilotId, long revision, PilotEvent.Application application);
    }

    private Admission() {}

    /** Begins an application, under the number that is set aside for it. Nobody is told. */
    public static Decision<Application> draft(Programme programme, Wish wish, int number) {
        return switch (Eligibility.checkDraft(programme, wish)) {
            case Refused<Wish>(var refusal) -> Decision.refused(refusal);
            case Decided<Wish>(var eligible, var _) ->
                untold(new Draft(new Dossier(programme.pilotId(number), number, 1, 0, 0, eligible)));
        };
    }

    /** Decides any move. */
    public static Decision<Application> decide(Programme programme, Application application, Move move, Act act) {
        return switch (application) {
            case Closed closed -> Decision.refused(closed.why());
            case Open open -> decide(programme, open, move, act);
        };
    }

    private static Decision<Application> decide(Programme programme, Open a, Move move, Act act) {
        return switch (move) {
            case Move.Amend m -> amend(programme, a, m);
            case Move.Submit _ -> submit(programme, a, act);
            case Move.Recommend m -> recommend(a, m, act);
            case Move.OpenReview _ -> openReview(a, act);
            case Move.GiveReview m -> review(programme, a, m, act);
            case Move.Shortlist _ -> shortlist(programme, a, act);
            case Move.RaiseObjection m -> PublicComment.object(a, m, act);
            case Move.Settle m -> PublicComment.settle(a, m, act);
            case Move.Approve m -> PublicComment.approve(a, m, act);
            case Move.Return m -> return_(a, m, act);
            case Move.Reject m -> reject(a, m, act);
            case Move.Withdraw m -> withdraw(a, m, act);
        };
    }

    private static Decision<Application> amend(Programme programme, Open a, Move.Amend m) {
        return switch (a) {
            case AtOffice _ -> Decision.refused(IntakeRefusal.ALREADY_SUBMITTED);
            // Of what was told once the kind is known to others and cannot be unsaid.
            case Returned _ when m.wish().kind().isEmpty() -> Decision.refused(IntakeRefusal.KIND_NEEDED);
            case AtApplicant mine ->
                switch (Eligibility.checkDraft(programme, m.wish())) {
                    case Refused<Wish>(var refusal) -> Decision.refused(refusal);
                    case Decided<Wish>(var eligible, var _) -> amended(mine, eligible);
                };
        };
    }

    private static Decision<Application> amended(AtApplicant a, Wish wish) {
        var dossier = a.dossier().with(wish).changed();
        return untold(
                switch (a) {
                    case Draft _ -> new Draft(dossier);
                    case Returned _ -> new Returned(dossier);
                });
    }

    /** What is handed in is whole, and of what the programme has today. */
    private static Decision<Application> submit(Programme programme, Open a, Act act) {
        return switch (a) {
            case AtOffice _ -> Decision.refused(IntakeRefusal.ALREADY_SUBMITTED);
            case AtApplicant mine ->
                switch (Eligibility.check(programme, mine.dossier().wish())) {
                    case Refused<Wish>(var refusal) -> Decision.refused(refusal);
                    case Decided<Wish>(var eligible, var _) -> submitted(mine, eligible, act);
                };
        };
    }

    private static Decision<Application> submitted(AtApplicant a, Wish wish, Act act) {
        return told(
                new Submitted(a.dossier().with(wish).nextRound().told()),
                (id, revision, after) -> new ApplicationSubmitted(id, revision, after, act.by()));
    }

    private static Decision<Application> recommend(Open a, Move.Recommend m, Act act) {
        return switch (a) {
            case Submitted _ ->
                told(
                        new Recommended(a.dossier().told()),
                        (id, revision, after) ->
                                new ApplicationRecommended(id, revision, after, m.unit(), m.note(), act.by()));
            case Recommended _, UnderReview _, Shortlisted _ -> Decision.refused(IntakeRefusal.ALREADY_RECOMMENDED);
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    private static Decision<Application> openReview(Open a, Act act) {
        return switch (a) {
            case Recommended _ ->
                told(
                        new UnderReview(a.dossier().told(), List.of()),
                        (id, revision, after) -> new ApplicationReviewStarted(id, revision, after, act.by()));
            case Submitted _ -> Decision.refused(IntakeRefusal.NOT_RECOMMENDED);
            case UnderReview _ -> Decision.refused(IntakeRefusal.ALREADY_UNDER_REVIEW);
            case Shortlisted _ -> Decision.refused(IntakeRefusal.ALREADY_SHORTLISTED);
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    /** An expert's second review takes the place of the first. */
    private static Decision<Application> review(Programme programme, Open a, Move.GiveReview m, Act act) {
        return switch (a) {
            case UnderReview u -> reviewed(programme, u, m, act);
            case Submitted _, Recommended _ -> Decision.refused(IntakeRefusal.NOT_UNDER_REVIEW);
            case Shortlisted _ -> Decision.refused(IntakeRefusal.ALREADY_SHORTLISTED);
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    private static Decision<Application> reviewed(Programme programme, UnderReview u, Move.GiveReview m, Act act) {
        var criteria = programme.admission().criteria().stream()
                .map(Programme.Criterion::code)
                .toList();
        if (!criteria.containsAll(m.scores().keySet())) {
            return Decision.refused(IntakeRefusal.CRITERION_UNKNOWN);
        }
        if (!m.scores().keySet().containsAll(criteria)) {
            return Decision.refused(IntakeRefusal.CRITERION_MISSING);
        }
        var review =
                new Review(act.by(), m.scores(), Review.weighted(programme, m.scores()), m.supports(), m.opinion());
        var reviews = new ArrayList<>(
                u.reviews().stream().filter(r -> !r.by().equals(act.by())).toList());
        reviews.add(review);
        var said = new PilotEvent.Review(review.score(), review.supports(), review.opinion());
        return told(
                new UnderReview(u.dossier().told(), List.copyOf(reviews)),
                (id, revision, after) -> new ApplicationReviewed(id, revision, after, said, act.by()));
    }

    private static Decision<Application> shortlist(Programme programme, Open a, Act act) {
        return switch (a) {
            case UnderReview u -> {
                if (u.reviews().size() < programme.admission().leastReviews()) {
                    yield Decision.refused(IntakeRefusal.REVIEWS_MISSING);
                }
                var until = act.day().plusDays(programme.admission().publicCommentDays());
                yield told(
                        new Shortlisted(u.dossier().told(), until, List.of()),
                        (id, revision, after) -> new ApplicationShortlisted(id, revision, after, until, act.by()));
            }
            case Submitted _, Recommended _ -> Decision.refused(IntakeRefusal.NOT_UNDER_REVIEW);
            case Shortlisted _ -> Decision.refused(IntakeRefusal.ALREADY_SHORTLISTED);
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    private static Decision<Application> return_(Open a, Move.Return m, Act act) {
        return switch (a) {
            case AtOffice _ ->
                told(
                        new Returned(a.dossier().told()),
                        (id, revision, after) -> new ApplicationReturned(id, revision, after, m.reason(), act.by()));
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    private static Decision<Application> reject(Open a, Move.Reject m, Act act) {
        return switch (a) {
            case AtOffice _ ->
                told(
                        new Rejected(a.dossier().told()),
                        (id, revision, after) -> new ApplicationRejected(id, revision, after, m.reason(), act.by()));
            case AtApplicant elsewhere -> Decision.refused(elsewhere.why());
        };
    }

    /** What nobody was ever told of is withdrawn in silence, too. */
    private static Decision<Application> withdraw(Open a, Move.Withdraw m, Act act) {
        return switch (a) {
            case Draft _ -> untold(new Withdrawn(a.dossier().changed()));
            case Returned _, AtOffice _ ->
                told(
                        new Withdrawn(a.dossier().told()),
                        (id, revision, after) -> new ApplicationWithdrawn(id, revision, after, m.reason(), act.by()));
        };
    }

    static Decision<Application> told(Application next, Telling telling) {
        var dossier = next.dossier();
        return Decision.decided(next, telling.of(dossier.pilotId(), dossier.revision(), next.told()));
    }

    private static Decision<Application> untold(Application next) {
        return new Decided<>(next, List.of());
    }
}
