package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.MuteCause;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts are what is true now, compared with what is open. */
class AlertingTest {

    private static final String DUE = "2022-12-31";
    private static final String OVERDUE = "BP-001.MILESTONE_OVERDUE.m1.1";

    /** The alerts of one pilot, and a sweep that may run whenever it likes. */
    private static final class Office {
        final Programme programme;
        final Map<String, Tracked> alerts = new HashMap<>();
        final List<String> heard = new ArrayList<>();
        final List<String> cleared = new ArrayList<>();

        Office() {
            this(Story.PROGRAMME);
        }

        Office(Programme programme) {
            this.programme = programme;
        }

        Office sweep(Story story, String moment) {
            var now = at(moment);
            var breaches = Rules.breaches(story.facts(), programme, now);
            Alerting.compare(story.facts(), breaches, alerts.values(), programme, now)
                    .forEach(this::keep);
            return this;
        }

        Office acknowledge(String alertId) {
            var decided = (Decided<Tracked>) acknowledgement(alerts.get(alertId));
            decided.events().forEach(e -> keep((AlertEvent) e));
            assertEquals(decided.state(), alerts.get(alertId));
            return this;
        }

        Tracked alert(String id) {
            return alerts.get(id);
        }

        /** What was said since the last time, once each. */
        List<String> said() {
            var said = List.copyOf(heard);
            heard.clear();
            return said;
        }

        private void keep(AlertEvent event) {
            var alert = ((OfAlert) event).alert();
            if (event instanceof AlertCleared e) {
                cleared.add(alert.alertId() + ": " + e.reason().en());
            }
            heard.add("%s %s level %d revision %d"
                    .formatted(event.getClass().getSimpleName(), alert.alertId(), alert.level(), event.revision()));
            alerts.put(alert.alertId(), new Tracked(alert, event.revision()));
        }
    }

    private static Story filed() {
        return Story.filed("2022-11-15", DUE);
    }

    @Test
    void a_suspension_mutes_what_is_owed_and_a_resumption_tells_it_again() {
        var office = new Office().sweep(filed(), "2023-01-02");
        office.said();
        var suspended = filed().suspended("2023-01-03");
        office.sweep(suspended, "2023-01-03");
        assertEquals(List.of("AlertMuted BP-001.MILESTONE_OVERDUE.m1.1 level 1 revision 2"), office.said());
        assertEquals(
                MuteCause.PILOT_SUSPENDED, office.alert(OVERDUE).alert().muted().by());
        assertEquals(AlertState.OPEN, office.alert(OVERDUE).alert().state());

        office.sweep(suspended, "2023-01-07");
        assertEquals(List.of("AlertRaised BP-001.MILESTONE_OVERDUE.m1.1 level 2 revision 3"), office.said());
        assertNotNull(office.alert(OVERDUE).alert().muted());

        office.sweep(suspended.resumed("2023-01-09"), "2023-01-09");
        assertEquals(List.of("AlertUnmuted BP-001.MILESTONE_OVERDUE.m1.1 level 2 revision 4"), office.said());
        var again = office.alert(OVERDUE).alert();
        assertNull(again.muted());
        assertEquals(at("2023-01-09"), again.addressees().getFirst().askedAt());
        assertFalse(again.lateDetected());
    }

    @Test
    void a_termination_mutes_and_says_which_end_it_was() {
        var office = new Office().sweep(filed(), "2023-01-02");
        office.sweep(filed().terminated("2023-01-03"), "2023-01-03");
        var mute = office.alert(OVERDUE).alert().muted();
        assertEquals(MuteCause.PILOT_ENDED, mute.by());
        assertEquals("The pilot has ended (Terminated).", mute.reason().en());
    }

    @Test
    void what_is_cleared_beneath_a_mute_is_cleared_and_muted_no_more() {
        var office = new Office().sweep(filed(), "2023-01-02");
        var suspended = filed().suspended("2023-01-03");
        office.sweep(suspended, "2023-01-03");
        office.said();
        office.sweep(filed().reached("2023-01-04", "m1", DUE, 1).suspended("2023-01-03"), "2023-01-04");
        assertEquals(List.of("AlertCleared BP-001.MILESTONE_OVERDUE.m1.1 level 1 revision 3"), office.said());
        assertNull(office.alert(OVERDUE).alert().muted());
    }

    @Test
    void an_alert_comes_at_its_instant_and_is_not_late() {
        var office = new Office().sweep(filed(), "2022-11-30T23:59:59").sweep(filed(), "2022-12-01");
        assertEquals(List.of("AlertRaised BP-001.MILESTONE_DUE_SOON.m1.1 level 1 revision 1"), office.said());
        var alert = office.alert("BP-001.MILESTONE_DUE_SOON.m1.1").alert();
        assertEquals(at("2022-12-01"), alert.expectedAt());
        assertEquals(at("2022-12-01"), alert.raisedAt());
        assertEquals(Severity.INFO, alert.severity());
        assertEquals(30, alert.threshold());
        assertFalse(alert.lateDetected());
    }

    @Test
    void within_the_tolerance_it_is_not_late_and_after_it_it_is() {
        assertFalse(lateAt("2022-12-01T01:00"));
        assertTrue(lateAt("2022-12-01T01:00:01"));
    }

    private static boolean lateAt(String moment) {
        return new Office()
                .sweep(filed(), moment)
                .alert("BP-001.MILESTONE_DUE_SOON.m1.1")
                .alert()
                .lateDetected();
    }

    @Test
    void sweep_stopped_for_3_days_across_two_thresholds_gives_one_late_alert_labelled_late() {
        var office = new Office().sweep(filed(), "2022-12-29");
        office.said();
        office.sweep(filed(), "2023-01-01T12:00");
        assertEquals(
                List.of(
                        "AlertRaised BP-001.MILESTONE_OVERDUE.m1.1 level 1 revision 1",
                        "AlertCleared BP-001.MILESTONE_DUE_SOON.m1.1 level 3 revision 2"),
                office.said());
        var alert = office.alert(OVERDUE).alert();
        assertTrue(alert.lateDetected());
        assertEquals(at("2023-01-01"), alert.expectedAt());
        assertEquals(at("2023-01-01T12:00"), alert.raisedAt());
    }

    @Test
    void an_alert_that_skipped_a_threshold_is_late_even_when_the_next_one_is_punctual() {
        var office = new Office().sweep(filed(), "2022-12-31").sweep(filed(), "2023-01-07");
        assertTrue(office.alert(OVERDUE).alert().lateDetected());
        assertEquals(at("2023-01-07"), office.alert(OVERDUE).alert().expectedAt());
    }

    @Test
    void a_cleared_alert_that_skips_a_threshold_when_it_holds_again_is_late_too() {
        // A Tuesday: one working day later it is Wednesday, three later Friday.
        var again = filed().claimed("2022-12-06", "m1", DUE, 1)
                .returned("2022-12-09", "m1", DUE, 1)
                .claimed("2022-12-13", "m1", DUE, 1);
        var office = new Office(Story.only("EVIDENCE_MISSING"))
                .sweep(filed().claimed("2022-12-06", "m1", DUE, 1), "2022-12-07")
                .sweep(filed(), "2022-12-09")
                .sweep(again, "2022-12-16");
        var alert = office.alert("BP-001.EVIDENCE_MISSING.m1.1").alert();
        assertEquals(2, alert.level());
        assertEquals(at("2022-12-16"), alert.expectedAt());
        assertTrue(alert.lateDetected());
    }

    @Test
    void sweep_stopped_for_40_days_gives_one_alert_per_milestone_not_forty() {
        var story = Story.filed("2022-11-15", "2022-12-31", "2023-01-05", "2023-01-09")
                .updated("2022-12-20", "m3", "2023-01-09", 1, null);
        var office = new Office().sweep(story, "2022-12-31T23:59");
        office.said();
        office.sweep(story, "2023-02-09");
        assertEquals(
                List.of(
                        "AlertRaised BP-001.MILESTONE_OVERDUE.m1.1 level 3 revision 1",
                        "AlertRaised BP-001.MILESTONE_OVERDUE.m2.1 level 3 revision 1",
                        "AlertRaised BP-001.MILESTONE_OVERDUE.m3.1 level 3 revision 1"),
                office.said().stream().filter(s -> s.startsWith("AlertRaised")).toList());
        assertTrue(office.alert(OVERDUE).alert().lateDetected());
    }

    @Test
    void sweep_run_five_times_gives_one_alert() {
        var office = new Office();
        for (int run = 0; run < 5; run++) {
            office.sweep(filed(), "2023-01-01");
        }
        assertEquals(List.of("AlertRaised BP-001.MILESTONE_OVERDUE.m1.1 level 1 revision 1"), office.said());
    }

    @Test
    void a_new_report_does_not_restart_the_countdown() {
        var office = new Office().sweep(filed(), "2023-01-01");
        office.said();
        var again = filed().updated("2023-01-03", "m1", DUE, 1, null).claimed("2023-01-04", "m1", DUE, 1);
        office.sweep(again, "2023-01-04").sweep(again, "2023-01-07");
        assertEquals(List.of("AlertRaised BP-001.MILESTONE_OVERDUE.m1.1 level 2 revision 2"), office.said());
        assertEquals(at("2023-01-07"), office.alert(OVERDUE).alert().expectedAt());
    }

    @Test
    void an_extension_clears_what_the_old_day_raised_says_so_and_counts_anew() {
        var office = new Office().sweep(filed(), "2023-01-01");
        office.said();
        var extended =
                filed().updated("2022-12-31", "m1", DUE, 1, null).extended("2023-01-05", "m1", DUE, "2023-02-10", 2);
        var breaches = Rules.breaches(extended.facts(), Story.PROGRAMME, at("2023-01-05"));
        var events =
                Alerting.compare(extended.facts(), breaches, office.alerts.values(), Story.PROGRAMME, at("2023-01-05"));
        var cleared = (AlertCleared) events.getFirst();
        assertEquals(1, events.size());
        assertEquals(OVERDUE, cleared.alert().alertId());
        assertEquals(
                "The milestone was extended to 2023-02-10; what follows counts from there.",
                cleared.reason().en());
        assertEquals("里程碑已延期至 2023-02-10，按新期限重新计算。", cleared.reason().zh());

        office.sweep(extended, "2023-01-05").sweep(extended, "2023-01-11").sweep(extended, "2023-02-11");
        assertEquals(
                List.of(
                        "AlertCleared BP-001.MILESTONE_OVERDUE.m1.1 level 1 revision 2",
                        "AlertRaised BP-001.MILESTONE_DUE_SOON.m1.2 level 1 revision 1",
                        "AlertRaised BP-001.MILESTONE_OVERDUE.m1.2 level 1 revision 1",
                        "AlertCleared BP-001.MILESTONE_DUE_SOON.m1.2 level 1 revision 2"),
                office.said());
    }

    @Test
    void the_next_threshold_opens_an_acknowledged_alert_again() {
        var office = new Office().sweep(filed(), "2023-01-01").acknowledge(OVERDUE);
        assertEquals(AlertState.ACKNOWLEDGED, office.alert(OVERDUE).alert().state());
        office.sweep(filed(), "2023-01-06T23:59:59");
        assertEquals(AlertState.ACKNOWLEDGED, office.alert(OVERDUE).alert().state());
        office.sweep(filed(), "2023-01-07");
        assertEquals(AlertState.OPEN, office.alert(OVERDUE).alert().state());
        assertEquals(3, office.alert(OVERDUE).revision());
    }

    @Test
    void an_acknowledged_alert_is_cleared_by_the_facts_too() {
        var office = new Office().sweep(filed(), "2023-01-01").acknowledge(OVERDUE);
        office.said();
        office.sweep(filed().reached("2023-01-02", "m1", DUE, 1), "2023-01-02");
        assertEquals(List.of("AlertCleared BP-001.MILESTONE_OVERDUE.m1.1 level 1 revision 3"), office.said());
    }

    @Test
    void a_cleared_alert_that_holds_again_reopens_under_its_id_with_a_higher_revision() {
        var office = new Office().sweep(filed(), "2023-01-01");
        office.sweep(filed().reached("2023-01-02", "m1", DUE, 1), "2023-01-02");
        office.said();
        office.sweep(filed(), "2023-01-03");
        assertEquals(List.of("AlertRaised BP-001.MILESTONE_OVERDUE.m1.1 level 1 revision 3"), office.said());
    }

    @Test
    void a_lower_level_never_lowers_an_open_alert() {
        var office = new Office().sweep(filed(), "2023-01-07");
        office.said();
        office.sweep(filed(), "2023-01-02");
        assertEquals(List.of(), office.said());
        assertEquals(2, office.alert(OVERDUE).alert().level());
    }

    @Test
    void each_silence_is_an_alert_of_its_own() {
        var silent = Story.filed("2022-05-15", "2023-12-31");
        var office = new Office().sweep(silent, "2022-07-14");
        var spoke = silent.updated("2022-07-20", "m1", "2023-12-31", 1, null);
        office.sweep(spoke, "2022-07-20").sweep(spoke, "2022-09-18");
        assertEquals(
                List.of(
                        "AlertRaised BP-001.PILOT_STALE.pilot.20220515 level 1 revision 1",
                        "AlertCleared BP-001.PILOT_STALE.pilot.20220515 level 1 revision 2",
                        "AlertRaised BP-001.PILOT_STALE.pilot.20220720 level 1 revision 1"),
                office.said());
    }

    @Test
    void acknowledging_twice_or_after_clearing_is_refused_by_name() {
        var office = new Office().sweep(filed(), "2023-01-01").acknowledge(OVERDUE);
        assertEquals(AlertRefusal.ALREADY_ACKNOWLEDGED, refusal(office));
        office.sweep(filed().reached("2023-01-02", "m1", DUE, 1), "2023-01-02");
        assertEquals(AlertRefusal.ALERT_CLEARED, refusal(office));
    }

    private static Object refusal(Office office) {
        return ((Refused<Tracked>) acknowledgement(office.alert(OVERDUE))).refusal();
    }

    private static Decision<Tracked> acknowledgement(Tracked tracked) {
        var input = new Answering.Input.Acknowledge(List.of("sta"), "已知悉");
        return Answering.decide(
                tracked, input, "office", Story.PROGRAMME, tracked.alert().raisedAt());
    }
}
