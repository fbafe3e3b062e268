package io.pilotwatch.intake;

import static io.pilotwatch.contracts.ApplicationState.APPROVED;
import static io.pilotwatch.contracts.ApplicationState.DRAFT;
import static io.pilotwatch.contracts.ApplicationState.RECOMMENDED;
import static io.pilotwatch.contracts.ApplicationState.REJECTED;
import static io.pilotwatch.contracts.ApplicationState.RETURNED;
import static io.pilotwatch.contracts.ApplicationState.SHORTLISTED;
import static io.pilotwatch.contracts.ApplicationState.SUBMITTED;
import static io.pilotwatch.contracts.ApplicationState.UNDER_REVIEW;
import static io.pilotwatch.contracts.ApplicationState.WITHDRAWN;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.intake.Candidate.Move;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An application's life cycle through the API: each arrow is walked, and every other pair of state and move is refused. */
@QuarkusTest
class ApplicationLifeIT {

    /** Where each move leads, from the states in which it may be made. */
    private static final Map<Move, Map<ApplicationState, ApplicationState>> ARROWS = Map.ofEntries(
            Map.entry(Move.AMEND, Map.of(DRAFT, DRAFT, RETURNED, RETURNED)),
            Map.entry(Move.SUBMIT, Map.of(DRAFT, SUBMITTED, RETURNED, SUBMITTED)),
            Map.entry(Move.RECOMMEND, Map.of(SUBMITTED, RECOMMENDED)),
            Map.entry(Move.OPEN_REVIEW, Map.of(RECOMMENDED, UNDER_REVIEW)),
            Map.entry(Move.REVIEW, Map.of(UNDER_REVIEW, UNDER_REVIEW)),
            Map.entry(Move.SHORTLIST, Map.of(UNDER_REVIEW, SHORTLISTED)),
            Map.entry(Move.OBJECT, Map.of(SHORTLISTED, SHORTLISTED)),
            Map.entry(Move.SETTLE, Map.of(SHORTLISTED, SHORTLISTED)),
            Map.entry(Move.APPROVE, Map.of(SHORTLISTED, APPROVED)),
            Map.entry(Move.RETURN, fromAll(RETURNED, SUBMITTED, RECOMMENDED, UNDER_REVIEW, SHORTLISTED)),
            Map.entry(Move.REJECT, fromAll(REJECTED, SUBMITTED, RECOMMENDED, UNDER_REVIEW, SHORTLISTED)),
            Map.entry(
                    Move.WITHDRAW,
                    fromAll(WITHDRAWN, DRAFT, RETURNED, SUBMITTED, RECOMMENDED, UNDER_REVIEW, SHORTLISTED)));

    @Inject
    Days days;

    @TestFactory
    Stream<DynamicTest> eachArrowIsWalked() {
        return ARROWS.entrySet().stream()
                .flatMap(arrows -> arrows.getValue().entrySet().stream()
                        .map(arrow -> dynamicTest(
                                "%s: %s → %s".formatted(arrows.getKey(), arrow.getKey(), arrow.getValue()),
                                () -> walk(arrows.getKey(), arrow.getKey(), arrow.getValue()))));
    }

    private void walk(Move move, ApplicationState from, ApplicationState to) {
        var candidate = Candidate.in(from);
        if (move == Move.SETTLE) {
            candidate.go(Move.OBJECT);
        }
        if (move == Move.APPROVE) {
            days.pass(8);
        }
        long before = version(candidate);

        candidate.go(move);

        candidate.look("team-028").statusCode(200).body("state.code", is(to.name()));
        assertEquals(before + 1, version(candidate));
    }

    @TestFactory
    Stream<DynamicTest> everythingElseIsRefusedWithAReason() {
        var candidates = new EnumMap<ApplicationState, Candidate>(ApplicationState.class);
        return Arrays.stream(ApplicationState.values())
                .flatMap(state -> Arrays.stream(Move.values())
                        .filter(move -> !ARROWS.get(move).containsKey(state))
                        .map(move -> dynamicTest(move + " in " + state, () -> {
                            if (move == Move.SETTLE) {
                                refusedToSettle(state);
                            } else {
                                refused(candidates.computeIfAbsent(state, this::candidate), move);
                            }
                        })));
    }

    private Candidate candidate(ApplicationState state) {
        var candidate = Candidate.in(state == APPROVED ? SHORTLISTED : state);
        if (state == APPROVED) {
            days.pass(8);
            candidate.go(Move.APPROVE);
        }
        return candidate;
    }

    private static void refused(Candidate candidate, Move move) {
        long before = version(candidate);

        candidate
                .make(move)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", matchesPattern("[A-Z_]+"));

        assertEquals(before, version(candidate));
    }

    /** Of an objection there is something to settle only after a shortlisting, so the state is reached by way of one. */
    private void refusedToSettle(ApplicationState state) {
        if (state == DRAFT) {
            Candidate.drafted()
                    .settle("00000000-0000-7000-8000-000000000000", true)
                    .statusCode(404);
            return;
        }
        var candidate = Candidate.in(SHORTLISTED).go(Move.OBJECT);
        var objection = candidate.objection();
        switch (state) {
            case SUBMITTED -> candidate.go(Move.RETURN, Move.SUBMIT);
            case RECOMMENDED -> candidate.go(Move.RETURN, Move.SUBMIT, Move.RECOMMEND);
            case UNDER_REVIEW -> candidate.go(Move.RETURN, Move.SUBMIT, Move.RECOMMEND, Move.OPEN_REVIEW);
            case RETURNED -> candidate.go(Move.RETURN);
            case REJECTED -> candidate.go(Move.REJECT);
            case WITHDRAWN -> candidate.go(Move.WITHDRAW);
            case APPROVED -> {
                candidate.settle(objection, false).statusCode(201);
                days.pass(8);
                candidate.go(Move.APPROVE);
            }
            default -> throw new IllegalArgumentException(state + " is where one settles");
        }
        candidate.settle(objection, true).statusCode(409).body("code", matchesPattern("[A-Z_]+"));
    }

    private static long version(Candidate candidate) {
        return candidate.look("team-028").extract().jsonPath().getLong("version");
    }

    private static Map<ApplicationState, ApplicationState> fromAll(ApplicationState to, ApplicationState... from) {
        var arrows = new EnumMap<ApplicationState, ApplicationState>(ApplicationState.class);
        Arrays.stream(from).forEach(state -> arrows.put(state, to));
        return arrows;
    }
}
