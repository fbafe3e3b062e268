package io.pilotwatch.intake.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.PilotEvent.ApplicationEvent;
import io.pilotwatch.contracts.PilotEvent.ApplicationReviewed;
import io.pilotwatch.contracts.PilotEvent.ApplicationShortlisted;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.intake.core.Application.Draft;
import io.pilotwatch.intake.core.Application.Shortlisted;
import io.pilotwatch.intake.core.Application.UnderReview;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

    private static final LocalDate DAY = LocalDate.parse("2022-03-01");
    private static final LocalDate UNTIL = DAY.plusDays(7);
    private static final Wish WISH = EligibilityTest.wish();
    private static final Map<String, Integer> SCORES =
            Map.of("need", 80, "soundness", 71, "organisation", 90, "replicability", 60);

    private static final List<Review> THREE = List.of(review("a"), review("b"), review("c"));
    private static final Objection OPEN = new Objection("o1", "text", "viewer", Objection.State.OPEN);

    /** Every state in the row, every move in the column: the state after it, or the refusal. */
    private static final String TABLE = """
            move           DRAFT         RETURNED          SUBMITTED         RECOMMENDED         UNDER_REVIEW         SHORTLISTED         APPROVED         REJECTED             WITHDRAWN
            Amend          DRAFT         RETURNED          ALREADY_SUBMITTED ALREADY_SUBMITTED   ALREADY_SUBMITTED    ALREADY_SUBMITTED   ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            Submit         SUBMITTED     SUBMITTED         ALREADY_SUBMITTED ALREADY_SUBMITTED   ALREADY_SUBMITTED    ALREADY_SUBMITTED   ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            Recommend      NOT_SUBMITTED AWAITS_CORRECTION RECOMMENDED       ALREADY_RECOMMENDED ALREADY_RECOMMENDED  ALREADY_RECOMMENDED ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            OpenReview     NOT_SUBMITTED AWAITS_CORRECTION NOT_RECOMMENDED   UNDER_REVIEW        ALREADY_UNDER_REVIEW ALREADY_SHORTLISTED ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            GiveReview     NOT_SUBMITTED AWAITS_CORRECTION NOT_UNDER_REVIEW  NOT_UNDER_REVIEW    UNDER_REVIEW         ALREADY_SHORTLISTED ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            Shortlist      NOT_SUBMITTED AWAITS_CORRECTION NOT_UNDER_REVIEW  NOT_UNDER_REVIEW    SHORTLISTED          ALREADY_SHORTLISTED ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            RaiseObjection NOT_SUBMITTED AWAITS_CORRECTION NOT_SHORTLISTED   NOT_SHORTLISTED     NOT_SHORTLISTED      SHORTLISTED         ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            Settle         NOT_SUBMITTED AWAITS_CORRECTION NOT_SHORTLISTED   NOT_SHORTLISTED     NOT_SHORTLISTED      SHORTLISTED         ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            Approve        NOT_SUBMITTED AWAITS_CORRECTION NOT_SHORTLISTED   NOT_SHORTLISTED     NOT_SHORTLISTED      OBJECTION_OPEN      ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            Return         NOT_SUBMITTED AWAITS_CORRECTION RETURNED          RETURNED            RETURNED             RETURNED            ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            Reject         NOT_SUBMITTED AWAITS_CORRECTION REJECTED          REJECTED            REJECTED             REJECTED            ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN
            Withdraw       WITHDRAWN     WITHDRAWN         WITHDRAWN         WITHDRAWN           WITHDRAWN            WITHDRAWN           ALREADY_APPROVED APPLICATION_REJECTED APPLICATION_WITHDRAWN""";

    @Test
    void everyMoveInEveryStateIsDecidedOnPurpose() {
        var lines = TABLE.lines().map(line -> line.strip().split(" +")).toList();
        var states = lines.getFirst();
        var moves = new HashSet<Class<?>>();
        for (var line : lines.subList(1, lines.size())) {
            var move = move(line[0]);
            moves.add(move.getClass());
            for (int i = 1; i < states.length; i++) {
                var before = inState(ApplicationState.valueOf(states[i]));
                // The public comment is over for an approval, and running for everything else.
                var day = move instanceof Move.Approve ? UNTIL.plusDays(1) : DAY;
                assertEquals(line[i], outcome(before, decide(before, move, day)), line[0] + " in " + states[i]);
            }
        }
        assertEquals(Set.of(Move.class.getPermittedSubclasses()), moves, "each move has a row");
        assertEquals(ApplicationState.values().length, states.length - 1, "each state has a column");
    }

    /** The name of the state or refusal; checks on the way what holds for every move. */
    private static String outcome(Application before, Decision<Application> decision) {
        if (decision instanceof Refused<Application>(var refusal)) {
            assertEquals(null, refusal.pointer());
            return refusal.name();
        }
        var decided = (Decided<Application>) decision;
        var was = before.dossier();
        var is = decided.state().dossier();
        assertEquals(was.version() + 1, is.version());
        assertEquals(was.revision() + decided.events().size(), is.revision());
        for (var event : decided.events()) {
            assertEquals(is.revision(), event.revision());
            if (event instanceof ApplicationEvent told) {
                assertEquals(decided.state().state(), told.application().state());
            }
        }
        return decided.state().state().name();
    }

    private static Application inState(ApplicationState state) {
        var dossier = new Dossier("BP-1001", 1001, 5, state == ApplicationState.DRAFT ? 0 : 3, 1, WISH);
        return switch (state) {
            case DRAFT -> new Draft(dossier);
            case SUBMITTED -> new Application.Submitted(dossier);
            case RECOMMENDED -> new Application.Recommended(dossier);
            case UNDER_REVIEW -> new UnderReview(dossier, THREE);
            case SHORTLISTED -> new Shortlisted(dossier, UNTIL, List.of(OPEN));
            case APPROVED -> new Application.Approved(dossier);
            case RETURNED -> new Application.Returned(dossier);
            case REJECTED -> new Application.Rejected(dossier);
            case WITHDRAWN -> new Application.Withdrawn(dossier);
        };
    }

    private static Move move(String name) {
        return switch (name) {
            case "Amend" -> new Move.Amend(WISH);
            case "Submit" -> new Move.Submit();
            case "Recommend" -> new Move.Recommend("北京市", null);
            case "OpenReview" -> new Move.OpenReview();
            case "GiveReview" -> new Move.GiveReview(SCORES, true, "good");
            case "Shortlist" -> new Move.Shortlist();
            case "RaiseObjection" -> new Move.RaiseObjection("o2", "no");
            case "Settle" -> new Move.Settle("o1", false, "unfounded");
            case "Approve" -> new Move.Approve(List.of());
            case "Return" -> new Move.Return("why");
            case "Reject" -> new Move.Reject("why");
            case "Withdraw" -> new Move.Withdraw("why");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void aDraftIsToldToNobodyAndItsSubmissionIsTheFirstThatIs() {
        var draft = (Decided<Application>) Admission.draft(Shipped.PROGRAMME, WISH, 1001);
        assertEquals(List.of(), draft.events());
        assertEquals("BP-1001", draft.state().dossier().pilotId());

        var amended = (Decided<Application>) decide(draft.state(), new Move.Amend(WISH), DAY);
        assertEquals(List.of(), amended.events());
        var submitted = (Decided<Application>) decide(amended.state(), new Move.Submit(), DAY);

        assertEquals(1, submitted.events().getFirst().revision());
        assertEquals(3, submitted.state().dossier().version());
        assertEquals(1, submitted.state().dossier().round());
    }

    @Test
    void whatIsNotWholeIsKeptButNotHandedIn() {
        var draft = (Decided<Application>) Admission.draft(Shipped.PROGRAMME, Wish.of("甲", true), 1001);
        var refused = (Refused<Application>) decide(draft.state(), new Move.Submit(), DAY);

        assertEquals("KIND_NEEDED", refused.refusal().name());
        assertEquals(
                new Refused<>(IntakeRefusal.KIND_NEEDED),
                decide(inState(ApplicationState.RETURNED), new Move.Amend(Wish.of("甲", true)), DAY));
    }

    @Test
    void aDraftIsWithdrawnInSilence() {
        var withdrawn =
                (Decided<Application>) decide(inState(ApplicationState.DRAFT), new Move.Withdraw("no time"), DAY);

        assertEquals(List.of(), withdrawn.events());
    }

    @Test
    void aScoreIsWeightedAndASecondReviewTakesThePlaceOfTheFirst() {
        var before = inState(ApplicationState.UNDER_REVIEW);

        var after = (Decided<Application>) Admission.decide(
                Shipped.PROGRAMME, before, new Move.GiveReview(SCORES, false, "hm"), new Act("b", DAY));

        // 80 · 30 % + 71 · 30 % + 90 · 20 % + 60 · 20 % = 75.3
        var reviews = assertInstanceOf(UnderReview.class, after.state()).reviews();
        assertEquals(List.of("a", "c", "b"), reviews.stream().map(Review::by).toList());
        assertEquals(75, reviews.getLast().score());
        var told = assertInstanceOf(ApplicationReviewed.class, after.events().getFirst());
        assertEquals(75, told.review().score());
        assertEquals(false, told.review().supports());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a criterion is missing, need:1;soundness:1;organisation:1, CRITERION_MISSING",
        "a criterion is none of ours, need:1;soundness:1;organisation:1;replicability:1;charm:1, CRITERION_UNKNOWN",
        "nothing is scored, '', CRITERION_MISSING"
    })
    void everyCriterionIsScoredAndNoOther(String sentence, String scores, IntakeRefusal refusal) {
        var given = Arrays.stream(scores.split(";"))
                .filter(s -> !s.isEmpty())
                .collect(
                        java.util.stream.Collectors.toMap(s -> s.split(":")[0], s -> Integer.valueOf(s.split(":")[1])));

        assertEquals(
                new Refused<>(refusal),
                decide(inState(ApplicationState.UNDER_REVIEW), new Move.GiveReview(given, true, "x"), DAY));
    }

    @Test
    void theShortlistNeedsEnoughExperts() {
        var two = new UnderReview(inState(ApplicationState.UNDER_REVIEW).dossier(), THREE.subList(0, 2));

        assertEquals(new Refused<>(IntakeRefusal.REVIEWS_MISSING), decide(two, new Move.Shortlist(), DAY));
    }

    @ParameterizedTest(name = "{0} days after the shortlisting: {1}")
    @CsvSource({"0, PUBLIC_COMMENT_RUNNING", "7, PUBLIC_COMMENT_RUNNING", "8, APPROVED", "30, APPROVED"})
    void approvalWaitsForTheWholePublicComment(int days, String outcome) {
        var shortlisted =
                (Decided<Application>) decide(inState(ApplicationState.UNDER_REVIEW), new Move.Shortlist(), DAY);
        assertEquals(
                UNTIL,
                assertInstanceOf(
                                ApplicationShortlisted.class,
                                shortlisted.events().getFirst())
                        .commentUntil());

        var decision = decide(shortlisted.state(), new Move.Approve(List.of("r1")), DAY.plusDays(days));

        assertEquals(outcome, outcome(shortlisted.state(), decision));
    }

    @ParameterizedTest(name = "an objection that is {0}: {1}")
    @CsvSource({"OPEN, OBJECTION_OPEN", "UPHELD, OBJECTION_UPHELD", "DISMISSED, APPROVED"})
    void anObjectionStandsInTheWayUnlessItIsDismissed(Objection.State state, String outcome) {
        var before = shortlisted(new Objection("o1", "text", "viewer", state));

        assertEquals(outcome, outcome(before, decide(before, new Move.Approve(List.of()), UNTIL.plusDays(1))));
    }

    @Test
    void anObjectionIsRaisedWhileTheCommentRunsAndSettledOnce() {
        assertEquals("SHORTLISTED", outcomeOf(shortlisted(), new Move.RaiseObjection("o2", "no"), UNTIL));
        assertEquals(
                "PUBLIC_COMMENT_OVER",
                outcomeOf(shortlisted(), new Move.RaiseObjection("o2", "no"), UNTIL.plusDays(1)));
        assertEquals(
                "SHORTLISTED", outcomeOf(shortlisted(OPEN), new Move.Settle("o1", true, "founded"), UNTIL.plusDays(9)));
        assertEquals(
                "OBJECTION_SETTLED",
                outcomeOf(shortlisted(OPEN.settled(true)), new Move.Settle("o1", false, "not"), UNTIL));
        assertEquals("OBJECTION_PAST", outcomeOf(shortlisted(), new Move.Settle("o1", false, "not"), UNTIL));
    }

    @Test
    void theNextRoundBeginsWithoutReviews() {
        var returned = (Decided<Application>) decide(shortlisted(OPEN), new Move.Return("mend it"), DAY);
        var again = (Decided<Application>) decide(returned.state(), new Move.Submit(), DAY);
        var recommended = (Decided<Application>) decide(again.state(), new Move.Recommend("tax", "yes"), DAY);
        var opened = (Decided<Application>) decide(recommended.state(), new Move.OpenReview(), DAY);

        assertEquals(2, opened.state().dossier().round());
        assertEquals(List.of(), ((UnderReview) opened.state()).reviews());
    }

    @Test
    void aPilotBeginsWithWhatItsApplicationStatedAndItsReceipts() {
        var approved =
                (Decided<Application>) decide(shortlisted(), new Move.Approve(List.of("r1", "r2")), UNTIL.plusDays(1));

        var told = assertInstanceOf(PilotApproved.class, approved.events().getFirst());
        assertEquals("BP-1001", told.pilot().pilotId());
        assertEquals(4, told.revision());
        assertEquals(UNTIL.plusDays(1), told.pilot().approvedOn());
        assertEquals(WISH.scenarios(), told.pilot().scenarios());
        assertEquals(List.of("r1", "r2"), told.receipts());
        assertTrue(told.pilot().synthetic());
    }

    private static Shortlisted shortlisted(Objection... objections) {
        return new Shortlisted(inState(ApplicationState.SHORTLISTED).dossier(), UNTIL, List.of(objections));
    }

    private static Review review(String by) {
        return new Review(by, SCORES, 75, true, "good");
    }

    private static String outcomeOf(Application before, Move move, LocalDate day) {
        return outcome(before, decide(before, move, day));
    }

    private static Decision<Application> decide(Application application, Move move, LocalDate day) {
        return Admission.decide(Shipped.PROGRAMME, application, move, new Act("somebody", day));
    }
}
