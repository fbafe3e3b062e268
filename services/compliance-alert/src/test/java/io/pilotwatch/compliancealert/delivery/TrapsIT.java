package io.pilotwatch.compliancealert.delivery;

import static org.awaitility.Awaitility.await;

import io.pilotwatch.compliancealert.Pilots;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.ProgrammeClock;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trap seen in the peers, from the event to the regulator's end; see the table at the other {@code TrapsIT}. */
@QuarkusTest
class TrapsIT {

    @Inject
    DeliveryDesk desk;

    @Inject
    ProgrammeClock programmeClock;

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    @BeforeEach
    void nobodyHearsOfOthersNotices() {
        desk.forgetAll();
    }

    /** What was raised by day is cleared at half past two in a Saturday's night: the notice comes then. */
    @Test
    void resolve_notice_lost_outside_hours() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var today = programme.dayOf(clock.instant()).plusDays(1);
            programmeClock.stepTo(programme.startOf(today));
            desk.webhook(receiver);
            var pilot = Pilots.oneOfTax(today, today.plusDays(1));
            TestTopics.send(pilot.approved(), clock.instant());
            TestTopics.send(pilot.filed(), clock.instant());
            arrives(receiver, pilot, "MILESTONE_DUE_SOON", "alert.raised");
            programmeClock.stepTo(programme.startOf(pilot.due().plusDays(1)).plus(Duration.ofHours(10)));
            arrives(receiver, pilot, "MILESTONE_OVERDUE", "alert.raised");
            var saturday = pilot.due().plusDays(2).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
            programmeClock.stepTo(programme.startOf(saturday).plus(Duration.ofMinutes(150)));

            TestTopics.send(pilot.reached(2), clock.instant());

            arrives(receiver, pilot, "MILESTONE_OVERDUE", "alert.cleared");
        }
    }

    private static void arrives(Receiver receiver, Pilots pilot, String rule, String type) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> receiver.requests().stream()
                        .map(Receiver.Request::body)
                        .anyMatch(body -> body.contains(pilot.pilotId() + "." + rule) && body.contains(type)));
    }
}
