package io.pilotwatch.compliancealert.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.compliancealert.core.Rectification.Accepted;
import io.pilotwatch.compliancealert.core.Rectification.Answer;
import io.pilotwatch.compliancealert.core.Rectification.Answered;
import io.pilotwatch.compliancealert.core.Rectification.Order;
import io.pilotwatch.compliancealert.core.Rectification.Ordered;
import io.pilotwatch.compliancealert.core.Rectifying.Act;
import io.pilotwatch.compliancealert.core.Rectifying.Input;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.PilotState;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each state against each input; then the days. */
class RectifyingTest {

    private static final LocalDate TODAY = LocalDate.parse("2023-03-10");
    private static final Order ORDER = new Order(
            "0190a1b2-0000-7000-8000-000000000004",
            "BP-001",
            "补齐报告。",
            LocalDate.parse("2023-03-01"),
            LocalDate.parse("2023-03-31"));
    private static final Answer ANSWER = new Answer("已补齐。", List.of("e1"), LocalDate.parse("2023-03-05"));

    private static final Rectification ORDERED = new Ordered(ORDER, 1, null);
    private static final Rectification ANSWERED = new Answered(ORDER, 2, ANSWER);
    private static final Rectification RETURNED = new Ordered(ORDER, 3, ANSWER);
    private static final Rectification ACCEPTED = new Accepted(ORDER, 3, ANSWER);

    private static final Input RESPOND = new Input.Respond("已补齐并附报告。", List.of("e2"));
    private static final Input ACCEPT = new Input.Accept(null);
    private static final Input RETURN = new Input.Return("仍缺指标。");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyStateAnswersEveryInput(
            String sentence, Rectification state, Input input, PilotState pilot, String expected) {
        assertEquals(expected, said(Rectifying.decide(state, input, new Act("somebody", TODAY, pilot))));
    }

    static Stream<Arguments> everyStateAnswersEveryInput() {
        var going = PilotState.RECTIFYING;
        var rests = PilotState.SUSPENDED;
        var over = PilotState.TERMINATED;
        return Stream.of(
                arguments("what is ordered is answered", ORDERED, RESPOND, going, "RectificationAnswered 2 ANSWERED"),
                arguments(
                        "what was returned is answered again",
                        RETURNED,
                        RESPOND,
                        going,
                        "RectificationAnswered 4 ANSWERED"),
                arguments(
                        "what is answered is not answered twice",
                        ANSWERED,
                        RESPOND,
                        going,
                        "RECTIFICATION_AWAITS_DECISION"),
                arguments("what is accepted needs no answer", ACCEPTED, RESPOND, going, "RECTIFICATION_ACCEPTED"),
                arguments("nothing is accepted before an answer", ORDERED, ACCEPT, going, "RECTIFICATION_NOT_ANSWERED"),
                arguments("nor what was returned", RETURNED, ACCEPT, going, "RECTIFICATION_NOT_ANSWERED"),
                arguments("an answer is accepted", ANSWERED, ACCEPT, going, "RectificationAccepted 3 ACCEPTED"),
                arguments("it is accepted once", ACCEPTED, ACCEPT, going, "RECTIFICATION_ACCEPTED"),
                arguments("nothing is returned before an answer", ORDERED, RETURN, going, "RECTIFICATION_NOT_ANSWERED"),
                arguments("nor what was returned already", RETURNED, RETURN, going, "RECTIFICATION_NOT_ANSWERED"),
                arguments(
                        "a returned answer makes it ordered again",
                        ANSWERED,
                        RETURN,
                        going,
                        "RectificationReturned 3 ORDERED"),
                arguments("what is accepted is not returned", ACCEPTED, RETURN, going, "RECTIFICATION_ACCEPTED"),
                arguments("a suspended pilot answers nothing", ORDERED, RESPOND, rests, "PILOT_SUSPENDED"),
                arguments(
                        "its answer may be accepted all the same",
                        ANSWERED,
                        ACCEPT,
                        rests,
                        "RectificationAccepted 3 ACCEPTED"),
                arguments("or returned", ANSWERED, RETURN, rests, "RectificationReturned 3 ORDERED"),
                arguments("an ended pilot answers nothing", ORDERED, RESPOND, over, "PILOT_ENDED"),
                arguments("nothing of it is accepted", ANSWERED, ACCEPT, over, "PILOT_ENDED"),
                arguments("nothing of it is returned", ANSWERED, RETURN, over, "PILOT_ENDED"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the next day is early enough,          2023-03-11, RECTIFYING, RectificationOrdered 1 ORDERED",
        "the deadline is not too late,          2023-12-31, IN_PROGRESS, RectificationOrdered 1 ORDERED",
        "today leaves no time,                  2023-03-10, IN_PROGRESS, DUE_NOT_AFTER_TODAY",
        "after the deadline nothing is ordered, 2024-01-01, IN_PROGRESS, DUE_AFTER_DEADLINE",
        "a suspended pilot rests,               2023-03-31, SUSPENDED, PILOT_SUSPENDED",
        "a completed pilot has ended,           2023-03-31, COMPLETED, PILOT_ENDED",
        "a failed one has,                      2023-03-31, FAILED, PILOT_ENDED",
        "a terminated one has,                  2023-03-31, TERMINATED, PILOT_ENDED",
        "one that withdrew has,                 2023-03-31, WITHDRAWN, PILOT_ENDED"
    })
    void anOrderNeedsADayAndAPilotThatGoesOn(String sentence, LocalDate due, PilotState pilot, String expected) {
        var act = new Act("regulator-tax", TODAY, pilot);
        assertEquals(expected, said(Rectifying.order(Story.PROGRAMME, "r1", "BP-001", "补齐报告。", due, act)));
    }

    @Test
    void latenessIsCountedFromTheAnswerThatStandsAndIsNotErased() {
        var late = new Answer("已补齐。", List.of(), LocalDate.parse("2023-04-03"));
        var today = LocalDate.parse("2023-05-01");
        assertFalse(ORDERED.isOverdue(LocalDate.parse("2023-03-31")), "the due day itself is in time");
        assertTrue(ORDERED.isOverdue(LocalDate.parse("2023-04-01")));
        assertTrue(RETURNED.isOverdue(LocalDate.parse("2023-04-01")), "a returned answer stops no clock");
        assertFalse(ANSWERED.isOverdue(today), "it is the lead's turn");
        assertEquals(0, ANSWERED.daysLate(today));
        assertEquals(3, new Answered(ORDER, 2, late).daysLate(today));
        assertEquals(3, new Accepted(ORDER, 3, late).daysLate(today));
        assertEquals(31, RETURNED.daysLate(today));
    }

    @Test
    void whatIsToldIsTheRectificationAsItThenStands() {
        var decided = (Decided<Rectification>)
                Rectifying.decide(ORDERED, RESPOND, new Act("team-028", TODAY, PilotState.RECTIFYING));
        var told = decided.state().told();
        assertEquals("已补齐并附报告。", told.answer());
        assertEquals(List.of("e2"), told.evidenceIds());
        assertEquals(ORDER.due(), told.due());
        assertEquals("team-028", decided.events().getFirst().by());
    }

    private static String said(Decision<Rectification> decision) {
        return switch (decision) {
            case Refused(var refusal) -> refusal.name();
            case Decided(var next, var events) -> {
                var event = events.getFirst();
                assertEquals(next.revision(), event.revision());
                yield "%s %d %s".formatted(event.getClass().getSimpleName(), event.revision(), next.state());
            }
        };
    }
}
