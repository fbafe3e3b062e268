package io.pilotwatch.compliancealert;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.pilotwatch.compliancealert.FactsRows.OthersRows;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.testing.Owner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * A sweep costs what is due, not what exists: 1,000 due milestones among 1,000,000 open ones against 1,000 among 10,000, by
 * turns on the real database. It is no part of the normal suite; run it by name, {@code -Dit.test=SweepBenchmark}.
 */
@QuarkusTest
@TestProfile(SweepBenchmark.Profile.class)
class SweepBenchmark {

    /** See {@link OwnSchema}. */
    public static class Profile extends OwnSchema {
        @Override
        String schema() {
            return "sweep_benchmark";
        }
    }

    private static final int PER_PILOT = 10;
    private static final int DUE = 1_000;
    private static final int FEW = 10_000 / PER_PILOT;
    private static final int MANY = 1_000_000 / PER_PILOT;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = Integer.getInteger("sweep.rounds", 15);
    private static final double BAR = 1.2;

    /** One of each pilot's ten milestones falls due on this day; the others later. */
    private static final LocalDate FIRST_DUE = LocalDate.of(2023, 3, 1);

    @Inject
    Hearing hearing;

    @Inject
    Sweep sweep;

    @Inject
    Flyway flyway;

    @Inject
    AgroalDataSource database;

    /** Which of the two schemas is called as the service expects. */
    private String present = "few";

    @Test
    void a_sweep_costs_what_is_due_and_not_what_exists() throws SQLException {
        fill(FEW);
        sql("drop schema if exists few cascade");
        sql("drop schema if exists many cascade");
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas("many")
                .defaultSchema("many")
                .load()
                .migrate();
        change("many");
        fill(MANY);

        var few = new ArrayList<Long>();
        var many = new ArrayList<Long>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            // By turns, and by turns first.
            var first = round % 2 == 0 ? "few" : "many";
            var second = round % 2 == 0 ? "many" : "few";
            var a = sweepOf(first);
            var b = sweepOf(second);
            if (round >= WARM_UPS) {
                few.add(round % 2 == 0 ? a : b);
                many.add(round % 2 == 0 ? b : a);
            }
        }
        double ratio = (double) median(many) / median(few);
        System.out.printf(
                "sweep: %d due among %d open milestones %d ms, among %d %d ms (medians of %d), ratio %.2f; %s and %s%n",
                DUE, FEW * PER_PILOT, median(few), MANY * PER_PILOT, median(many), ROUNDS, ratio, few, many);
        assertTrue(ratio <= BAR, "ratio " + ratio);
    }

    /** Milliseconds. */
    private long sweepOf(String which) throws SQLException {
        change(which);
        // What was said before is sent, so that sending it costs neither of them.
        await().atMost(Duration.ofMinutes(2)).until(() -> count("select count(*) from outbox") == 0);
        var next = instant("select min(next_check_at) from pilot_facts");
        assertEquals(DUE, count("select count(*) from pilot_facts where next_check_at <= '" + next + "'"));
        OwnClock.stepTo(next);
        var begin = System.nanoTime();
        sweep.sweep(OthersRows.SKIP);
        var took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        assertEquals(0, count("select count(*) from pilot_facts where next_check_at <= '" + next + "'"));
        return took;
    }

    /** Names the other schema as the service expects, in one transaction: its workers look at it all the time. */
    private void change(String which) throws SQLException {
        if (!which.equals(present)) {
            sql("alter schema sweep_benchmark rename to " + present + "; alter schema " + which
                    + " rename to sweep_benchmark");
            present = which;
            database.flush(FlushMode.GRACEFUL);
        }
    }

    /** As many pilots as that, copied from one that the service made, with its alerts; 1,000 of them are due first. */
    private void fill(int pilots) throws SQLException {
        OwnClock.stepTo(at(FIRST_DUE.minusDays(60)));
        var told = events().stream()
                .map(e -> new Envelope("e", at(FIRST_DUE.minusDays(300)), "e", null, e))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> hearing.heard(told));
        var columns = "organisation, region, synthetic, fields, delegates";
        sql("insert into pilot_facts (pilot_id, facts, next_check_at, " + columns + ")"
                + " select 'BP-' || n, replace(facts::text, 'BP-TEMPLATE', 'BP-' || n)::jsonb,"
                // The rest wants to be looked at later than this runs, at any time of five years.
                + " case when n % " + pilots / DUE + " = 0 then next_check_at"
                + " else next_check_at + interval '2 years' + random() * interval '5 years' end, " + columns
                + " from pilot_facts, generate_series(1, " + pilots + ") n where pilot_id = 'BP-TEMPLATE'");
        int every = Math.max(1, pilots / DUE / 5);
        // Open alerts of those that are due, and of some of the others.
        sql("create table template as select * from alert");
        sql("insert into alert select (jsonb_populate_record(null::alert, replace(to_jsonb(t)::text, 'BP-TEMPLATE',"
                + " 'BP-' || n)::jsonb)).* from template t, generate_series(" + every + ", " + pilots + ", "
                + every + ") n");
        sql("drop table template");
        sql("update pilot_facts set next_check_at = null where pilot_id = 'BP-TEMPLATE'");
        sql("vacuum analyze pilot_facts");
        sql("vacuum analyze alert");
    }

    private static List<Event> events() {
        var id = "BP-TEMPLATE";
        var approvedOn = FIRST_DUE.minusDays(390);
        var pilot = new Pilot(id, 1, "special-field", List.of("tax"), "示例单位-001", "北京市", approvedOn, true, "test");
        var plan = IntStream.range(0, PER_PILOT).mapToObj(i -> milestone(i, 1)).toList();
        var events = new ArrayList<Event>();
        events.add(new PilotApproved(id, 1, pilot, "office"));
        events.add(new TaskBookFiled(id, 1, new TaskBook(id, 1, approvedOn, plan), "lead"));
        for (int i = 0; i < PER_PILOT; i++) {
            events.add(
                    new MilestoneUpdated(id, 2, milestone(i, 2), new Update("u", 10, 0, null, "接口联调完成，数据上链。"), "team"));
        }
        return events;
    }

    private static Milestone milestone(int i, long revision) {
        var due = FIRST_DUE.plusDays(45L * i);
        return new Milestone(
                "m" + (i + 1),
                revision,
                new Text("里程碑", "Milestone"),
                due,
                due,
                1,
                10,
                false,
                MilestoneState.IN_PROGRESS,
                10,
                null,
                null,
                null);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(OwnClock.ZONE).toInstant();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void sql(String statement) throws SQLException {
        Owner.execute(statement);
    }

    private long count(String select) throws SQLException {
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery(select)) {
            found.next();
            return found.getLong(1);
        }
    }

    private Instant instant(String select) throws SQLException {
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery(select)) {
            found.next();
            return found.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
