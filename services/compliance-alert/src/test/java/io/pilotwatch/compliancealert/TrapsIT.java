package io.pilotwatch.compliancealert;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.compliancealert.FactsRows.OthersRows;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.ProgrammeClock;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Traps seen in the peers, with the real database and broker. Each test here is named after its row; this is where all rows
 * of the table are tested:
 *
 * <table>
 * <caption>The trap table</caption>
 * <tr><th>trap<th>test
 * <tr><td>"is the due date today + N?"<td>{@link #is_the_due_date_today_plus_n}
 * <tr><td>catch-up storm<td>{@link #catch_up_storm}
 * <tr><td>reminder without memory<td>{@link #reminder_without_memory}
 * <tr><td>timer dead after a database outage<td>end-to-end TrapProcessesIT.timer_dead_after_a_database_outage
 * <tr><td>mail sent inside a transaction that rolls back<td>delivery.EmailIT.mail_sent_inside_a_transaction_that_rolls_back
 * <tr><td>save and send side by side<td>end-to-end TrapProcessesIT.save_and_send_side_by_side
 * <tr><td>outbox rows sent only by the same request<td>end-to-end
 *     TrapProcessesIT.outbox_rows_sent_only_by_the_same_request
 * <tr><td>HTTP 500 counted as delivered<td>delivery.DeliveryIT.http_500_counted_as_delivered_new_webhook_id_on_each_try
 * <tr><td>new webhook id on each try<td>the same
 * <tr><td>time-out retried, 5xx not<td>delivery.DeliveryIT.time_out_retried_5xx_not
 * <tr><td>countdown restarted by a new version<td>{@link #countdown_restarted_by_a_new_version}; of a report milestone's
 *     ReportsTest.aReturnedReportCountsAnewAgainstTheSameDueDayAndLateButAcceptedStaysLate
 * <tr><td>late turns green after submission<td>reporting's PilotReportTest.lateTurnsGreenAfterSubmission; of a report milestone's
 *     ReportIT.aReportIsHandedInReturnedHandedInAgainAndAcceptedAndStaysLate
 * <tr><td>silence shown as green<td>reporting's PilotReportTest.silenceShownAsGreen
 * <tr><td>retry topic reorders<td>platform's EventFlowIT.retryTopicReorders
 * <tr><td>dead-letter topic with fewer partitions<td>platform's
 *     EventFlowIT.deadLetterTopicWithFewerPartitions
 * <tr><td>resolve notice lost outside hours<td>delivery.TrapsIT.resolve_notice_lost_outside_hours
 * </table>
 */
@QuarkusTest
class TrapsIT {

    @Inject
    ProgrammeClock programmeClock;

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    @Inject
    DataSource database;

    @Inject
    Sweep sweep;

    private LocalDate today;

    /** What an alert's history says when it is raised. */
    private record Raised(String rule, int level, boolean late) {}

    @BeforeEach
    void beginAtTheStartOfADay() {
        stepTo(programme.dayOf(clock.instant()).plusDays(1));
        today = programme.dayOf(clock.instant());
    }

    /** The sweep stops for three days, across the last reminder and the first overdue day: one late alert, labelled late. */
    @Test
    void is_the_due_date_today_plus_n() throws SQLException {
        var pilot = promised(today.plusDays(10));
        stepTo(pilot.due().minusDays(2));
        assertEquals(
                List.of(new Raised("MILESTONE_DUE_SOON", 2, false), new Raised("MILESTONE_DUE_SOON", 3, true)),
                raised(pilot));

        programmeClock.stepTo(programme.startOf(pilot.due().plusDays(1)).plus(Duration.ofHours(12)));

        assertEquals(3, raised(pilot).size());
        assertEquals(new Raised("MILESTONE_OVERDUE", 1, true), raised(pilot).getLast());
    }

    /** It stops for forty days: one alert per milestone, not forty. */
    @Test
    void catch_up_storm() throws SQLException {
        var pilots = Stream.of(40, 45, 50)
                .map(days -> promised(today.plusDays(days)))
                .toList();
        stepTo(today.plusDays(40));

        stepTo(today.plusDays(81));

        for (var pilot : pilots) {
            assertEquals(
                    List.of(new Raised("MILESTONE_OVERDUE", 3, true)),
                    raised(pilot).stream()
                            .filter(r -> r.rule().equals("MILESTONE_OVERDUE"))
                            .toList());
        }
    }

    /** The sweep runs five times: one alert, told once. */
    @Test
    void reminder_without_memory() throws SQLException {
        var pilot = promised(today.plusDays(40));
        stepTo(pilot.due().plusDays(1));
        for (int i = 0; i < 5; i++) {
            sweep.sweep(OthersRows.AWAIT);
        }
        tell(pilot.reached(2));

        var told = TestTopics.read(
                        Topic.ALERTS.wireName(),
                        pilot.pilotId(),
                        found -> found.stream().anyMatch(r -> TestTopics.event(r) instanceof AlertCleared))
                .stream()
                .map(TestTopics::event)
                .toList();
        assertEquals(
                1,
                told.stream()
                        .filter(e -> e instanceof AlertRaised raised
                                && raised.alert().rule().equals("MILESTONE_OVERDUE"))
                        .count());
        assertEquals(List.of(new Raised("MILESTONE_OVERDUE", 1, false)), raised(pilot));
    }

    /** The team posts again and again: the due day is unchanged, and what follows from it. */
    @Test
    void countdown_restarted_by_a_new_version() throws SQLException {
        var pilot = promised(today.plusDays(40));
        stepTo(pilot.due().plusDays(1));
        tell(pilot.updated(2, null));
        stepTo(pilot.due().plusDays(5));
        tell(pilot.updated(3, null));
        awaitRevision(pilot, 3);

        stepTo(pilot.due().plusDays(7));

        assertEquals(
                List.of(new Raised("MILESTONE_OVERDUE", 1, false), new Raised("MILESTONE_OVERDUE", 2, false)),
                raised(pilot).stream()
                        .filter(r -> r.rule().equals("MILESTONE_OVERDUE"))
                        .toList());
    }

    private Pilots promised(LocalDate due) {
        var pilot = Pilots.oneOfTax(today, due);
        tell(pilot.approved(), pilot.filed());
        awaitRevision(pilot, 1);
        return pilot;
    }

    private void tell(Event... events) {
        for (var event : events) {
            TestTopics.send(event, clock.instant());
        }
    }

    private void stepTo(LocalDate day) {
        programmeClock.stepTo(programme.startOf(day));
    }

    private void awaitRevision(Pilots pilot, long revision) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(
                            "select 1 from pilot_facts where pilot_id = ? and organisation is not null"
                                    + " and (facts #>> '{milestones,m1,milestone,revision}')::int >= ?")) {
                select.setString(1, pilot.pilotId());
                select.setLong(2, revision);
                return select.executeQuery().next();
            }
        });
    }

    /** Of the milestone, in order. */
    private List<Raised> raised(Pilots pilot) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select rule, h.level, h.late_detected from alert_history h"
                        + " join alert using (alert_id) where pilot_id = ? and subject = 'm1' and what = 'AlertRaised'"
                        + " order by at, rule")) {
            select.setString(1, pilot.pilotId());
            var raised = new ArrayList<Raised>();
            var found = select.executeQuery();
            while (found.next()) {
                raised.add(new Raised(found.getString(1), found.getInt(2), found.getBoolean(3)));
            }
            return raised;
        }
    }
}
