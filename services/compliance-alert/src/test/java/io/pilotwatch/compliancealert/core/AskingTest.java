package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.core.Answering.Input;
import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.ProgrammeFile;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who is asked, who is told when they stay silent, and until when an answer holds; by the shipped programme: acknowledged for
 * 10 working days, the superior told after 3, the office after 5.
 */
class AskingTest {

    private static final Programme PROGRAMME = shipped();
    /** A Monday; the Spring Festival of 2023 is from Saturday, 21 January to Friday, 27 January, 28 and 29 are worked. */
    private static final Instant MONDAY = at("2023-01-09T10:00");

    private static Programme shipped() {
        var name = "/programmes/blockchain-pilots.yaml";
        try (var in = Programme.class.getResourceAsStream(name)) {
            return ProgrammeFile.read(name, in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tracked alert(Severity severity, String... agencies) {
        var addressees = Stream.of(agencies)
                .map(a -> new Addressee(a, MONDAY, List.of(), null, null, null))
                .toList();
        var text = new Text("逾期", "overdue");
        var alert = new Alert(
                "BP-001.MILESTONE_OVERDUE.m1.1",
                "BP-001",
                "MILESTONE_OVERDUE",
                "m1",
                1,
                severity,
                1,
                1,
                AlertState.OPEN,
                text,
                MONDAY,
                MONDAY,
                false,
                addressees,
                null);
        return new Tracked(alert, 1);
    }

    private static String told(List<OfAlert> events) {
        return events.stream()
                .map(e -> e.getClass().getSimpleName() + " "
                        + e.alert().addressees().stream()
                                .map(a -> a.agency() + a.escalatedTo())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static String due(Tracked tracked, String moment) {
        return told(Asking.due(tracked, PROGRAMME, at(moment)));
    }

    private static Tracked acknowledged(Tracked tracked, String agency, String moment) {
        var input = new Input.Acknowledge(List.of(agency), null);
        var decision = Answering.decide(tracked, input, "somebody", PROGRAMME, at(moment));
        return assertInstanceOf(Decided.class, decision).state() instanceof Tracked next ? next : null;
    }

    @Test
    void a_lead_that_stays_silent_is_passed_over_after_three_working_days_and_five() {
        var alert = alert(Severity.WARNING, "sta");
        assertEquals("", due(alert, "2023-01-12T23:59:59"));
        assertEquals("AlertEscalated sta[state-council]", due(alert, "2023-01-13"));
        assertEquals(
                "AlertEscalated sta[state-council]; AlertEscalated sta[state-council, cac]", due(alert, "2023-01-17"));
    }

    @Test
    void working_days_pass_over_the_spring_festival() {
        var thursday = new Tracked(
                alert(Severity.WARNING, "sta")
                        .alert()
                        .askedOf(List.of(new Addressee("sta", at("2023-01-19T10:00"), List.of(), null, null, null))),
                1);
        // Friday the 20th is the first, then nine days of festival but for the weekend that is worked: 28, 29.
        assertEquals("", due(thursday, "2023-01-29T23:59:59"));
        assertEquals("AlertEscalated sta[state-council]", due(thursday, "2023-01-30"));
    }

    @Test
    void each_step_is_taken_once() {
        var once = Asking.due(alert(Severity.WARNING, "sta"), PROGRAMME, at("2023-01-13"));
        var after = new Tracked(once.getLast().alert(), once.getLast().revision());
        assertEquals("", due(after, "2023-01-13"));
        assertEquals("AlertEscalated sta[state-council, cac]", due(after, "2023-01-17"));
    }

    @Test
    void what_is_for_information_is_not_escalated() {
        assertEquals("", due(alert(Severity.INFO, "sta"), "2023-12-01"));
    }

    @Test
    void the_office_has_nobody_above_it() {
        assertEquals("", due(alert(Severity.CRITICAL, "cac"), "2023-12-01"));
    }

    @Test
    void a_lead_without_a_superior_is_passed_over_to_the_office_alone() {
        assertEquals("AlertEscalated spc[cac]", due(alert(Severity.CRITICAL, "spc"), "2023-12-01"));
    }

    @Test
    void each_lead_acknowledges_for_itself_and_only_all_of_them_make_it_acknowledged() {
        var alert = alert(Severity.WARNING, "cac", "sta", "nhc");
        var one = acknowledged(alert, "sta", "2023-01-10T09:00");
        assertEquals(AlertState.OPEN, one.alert().state());
        assertEquals("somebody", one.alert().addressees().get(1).acknowledgedBy());
        assertNull(one.alert().addressees().get(2).acknowledgedBy());
        var all = acknowledged(acknowledged(one, "nhc", "2023-01-10T09:00"), "cac", "2023-01-10T09:00");
        assertEquals(AlertState.ACKNOWLEDGED, all.alert().state());
        assertEquals(4, all.revision());
    }

    @Test
    void a_person_who_speaks_for_two_of_them_acknowledges_twice_at_once() {
        var input = new Input.Acknowledge(List.of("sta", "nhc"), "已知悉");
        var decided = (Decided<Tracked>)
                Answering.decide(alert(Severity.WARNING, "sta", "nhc"), input, "somebody", PROGRAMME, MONDAY);
        assertEquals(
                List.of("sta", "nhc"),
                decided.events().stream()
                        .map(e -> ((AlertAcknowledged) e).agency())
                        .toList());
        assertEquals(AlertState.ACKNOWLEDGED, decided.state().alert().state());
    }

    @Test
    void the_superior_to_whom_it_was_escalated_may_acknowledge_in_the_leads_place() {
        var escalated = Asking.due(alert(Severity.WARNING, "sta"), PROGRAMME, at("2023-01-13"));
        var tracked =
                new Tracked(escalated.getLast().alert(), escalated.getLast().revision());
        assertTrue(Answering.isAsked(List.of("state-council"), tracked));
        assertEquals(
                AlertState.ACKNOWLEDGED,
                acknowledged(tracked, "state-council", "2023-01-13").alert().state());
    }

    @Test
    void an_acknowledgement_runs_out_after_ten_working_days_and_is_asked_for_again() {
        var tracked = acknowledged(alert(Severity.WARNING, "sta"), "sta", "2023-01-10T09:00");
        var until = tracked.alert().addressees().getFirst().acknowledgedUntil();
        assertEquals(at("2023-01-30"), until);
        assertEquals(List.of(until), Asking.instants(tracked.alert(), PROGRAMME).toList());
        assertEquals("", due(tracked, "2023-01-29T23:59:59"));
        var expired = Asking.due(tracked, PROGRAMME, until);
        assertEquals("AlertAcknowledgementExpired sta[]", told(expired));
        assertEquals(AlertState.OPEN, expired.getFirst().alert().state());
        assertEquals(until, expired.getFirst().alert().addressees().getFirst().askedAt());
    }

    @Test
    void who_has_acknowledged_already_is_told_so() {
        var tracked = acknowledged(alert(Severity.WARNING, "sta", "nhc"), "sta", "2023-01-10T09:00");
        var again =
                Answering.decide(tracked, new Input.Acknowledge(List.of("sta"), null), "somebody", PROGRAMME, MONDAY);
        assertEquals(AlertRefusal.ALREADY_ACKNOWLEDGED, ((Refused<Tracked>) again).refusal());
    }

    @Test
    void a_dismissed_alert_is_closed_and_neither_acknowledged_nor_dismissed_again_but_may_be_spoken_of() {
        var decided = (Decided<Tracked>) Answering.decide(
                alert(Severity.WARNING, "sta"), new Input.Dismiss("已核实"), "regulator-tax", PROGRAMME, MONDAY);
        assertEquals(AlertState.DISMISSED, decided.state().alert().state());
        for (var input : List.of(new Input.Dismiss("再次"), new Input.Acknowledge(List.of("sta"), null))) {
            var refused = Answering.decide(decided.state(), input, "regulator-tax", PROGRAMME, MONDAY);
            assertEquals(AlertRefusal.ALERT_CLEARED, ((Refused<Tracked>) refused).refusal());
        }
        assertInstanceOf(
                Decided.class,
                Answering.decide(decided.state(), new Input.Comment("备查"), "regulator-tax", PROGRAMME, MONDAY));
    }
}
