package io.pilotwatch.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pilotwatch.platform.ReceiptKeys;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.WallClock;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The chain in a schema of its own: written by several at once, cut off, tampered with, forgotten. */
@QuarkusTest
class AuditChainIT {

    private static final Duration KEEP = Duration.ofDays(400);

    @Inject
    ReceiptKeys keys;

    @ConfigProperty(name = "pilotwatch.postgres.port", defaultValue = "5432")
    int port;

    private final Wall wall = new Wall();
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private AuditRows rows;

    /** A wall clock that a test moves. */
    private static final class Wall extends WallClock {
        private Instant now = Instant.now();

        @Override
        public Instant now() {
            return now;
        }
    }

    @BeforeEach
    void begin() throws Exception {
        database.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/intake?currentSchema=audit_chain");
        // The owner, whom only the triggers hold back.
        database.setUser("intake_owner");
        database.setPassword("intake_owner");
        run("drop schema if exists audit_chain cascade; create schema audit_chain");
        try (var migration = getClass().getResourceAsStream("/db/platform/V0_5__audit.sql")) {
            run(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        rows = new AuditRows(new Sql(database), new ObjectMapper());
    }

    @AfterEach
    void end() throws SQLException {
        run("drop schema audit_chain cascade");
    }

    @Test
    void severalWhoWriteAtOnceMakeOneWholeChain() throws Exception {
        var writers = IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(writer -> () -> {
                    var chain = chain();
                    for (int i = 0; i < 25; i++) {
                        chain.append(entries("team-" + writer, 1 + i % 3), List.of());
                    }
                    return null;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
        }

        assertEquals(4 * 49, chain().head().position());
        assertEquals(4 * 49, keeper(KEEP).checkpoint().orElseThrow().position());
    }

    @Test
    void whoeverDiesBeforeItsCommitLeavesNothingAndHoldsNobodyUp() throws Exception {
        write(3);
        try (var dying = database.getConnection()) {
            dying.setAutoCommit(false);
            try (var statement = dying.createStatement()) {
                statement.execute("select * from audit_head for update");
                statement.execute(
                        "insert into audit_entry select 4, at, entry, hash from audit_entry where position = 3");
            }
            dying.abort(Runnable::run);
        }
        write(2);

        assertEquals(5, keeper(KEEP).checkpoint().orElseThrow().position());
    }

    @Test
    void whatIsOwedIsSettledOnceByWhoeverComesFirstAndNotBeforeItsTime() throws Exception {
        run("insert into audit_owed select gen_random_uuid(), '[{\"account\":\"team-1\"},{\"account\":\"team-2\"}]'"
                + " from generate_series(1, 50)");
        var soon = Duration.ofMinutes(5);
        assertEquals(0, chain().settle(soon));

        try (var replicas = Executors.newFixedThreadPool(4)) {
            var settling = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(_ -> () -> chain().settle(Duration.ZERO))
                    .toList();
            int settled = 0;
            for (var done : replicas.invokeAll(settling)) {
                settled += done.get();
            }
            assertEquals(100, settled);
        }

        assertEquals(100, keeper(KEEP).checkpoint().orElseThrow().position());
        assertEquals(0, chain().settle(Duration.ZERO));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            changed                   | update @ set entry = replace(entry::text, 'team-1', 'team-9')::json where position = 7 | 7
            changed with its hash     | update @ set entry = replace(entry::text, 'team-1', 'team-9')::json, hash = sha256(convert_to(replace(entry::text, 'team-1', 'team-9'), 'UTF8')) where position = 7 | 7
            changed in its moment     | update @ set at = at + interval '1 second' where position = 7 | 7
            removed                   | delete from @ where position = 7 | 7
            inserted in place of one  | update @ set position = position + 100 where position >= 7; insert into @ select 7, at, entry, hash from @ where position = 6 | 7
            reordered                 | update @ set position = -1 where position = 7; update @ set position = 7 where position = 8; update @ set position = 8 where position = -1 | 7
            cut at the end            | delete from @ where position > 8 | 9
            cut, and its head with it | delete from @ where position > 3; update audit_head set (position, hash) = (select position, hash from audit_entry where position = 3) | 4
            """)
    void whatWasTamperedWithIsFoundAndNeverSigned(String what, String statements, long broken) throws Exception {
        write(5);
        keeper(KEEP).checkpoint();
        write(5);
        var partition = partition();
        run("alter table " + partition + " disable trigger user");
        for (var statement : statements.split(";")) {
            run(statement.replace("@", partition));
        }

        var found = assertThrows(IllegalStateException.class, () -> keeper(KEEP).checkpoint(), what);

        assertEquals("the audit log is broken at entry " + broken, found.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set hash = hash",
                "delete from audit_entry",
                "truncate audit_entry",
                "update @ set hash = hash",
                "delete from @",
                "truncate @",
                "update audit_checkpoint set jws = ''",
                "delete from audit_checkpoint",
                "truncate audit_checkpoint",
                "delete from audit_head",
                "truncate audit_head"
            })
    void theDatabaseItselfRefusesToChangeIt(String statement) throws Exception {
        write(1);
        keeper(KEEP).checkpoint();

        var refused = assertThrows(SQLException.class, () -> run(statement.replace("@", partition())));

        assertTrue(refused.getMessage().contains("the audit log is only added to"), refused.getMessage());
    }

    @Test
    void monthsThatAreTooOldAreForgottenAsAWholeAndTheRestFollowsFromACheckpoint() throws Exception {
        var now = wall.now();
        wall.now = now.minus(Duration.ofDays(470));
        write(3);
        wall.now = now.minus(Duration.ofDays(435));
        write(4);
        wall.now = now;
        write(5);

        assertEquals(2, keeper(KEEP).forget());

        assertEquals(8, rows.first().orElseThrow());
        assertEquals(12, keeper(KEEP).checkpoint().orElseThrow().position());
        var said = new StringBuilder();
        new AuditStretch(rows, keeper(KEEP)).write(AuditRows.ALL, said::append);
        var lines = said.toString().lines().toList();
        assertEquals(7, lines.size());
        assertTrue(lines.getFirst().startsWith("{\"checkpoint\":")
                && lines.getLast().startsWith("{\"checkpoint\":"));
        assertEquals(0, keeper(KEEP).forget());
    }

    @Test
    void sixMonthsAreTheLeast() {
        assertThrows(ConfigurationException.class, () -> keeper(Duration.ofDays(183)));
        assertThrows(SQLException.class, () -> run("select audit_forget(interval '183 days')"));
    }

    @Test
    void timeNeverGoesBackInIt() throws Exception {
        write(1);
        var first = chain().head().at();
        wall.now = wall.now.minusSeconds(60);
        write(1);

        assertEquals(first, chain().head().at());
        assertEquals(2, keeper(KEEP).checkpoint().orElseThrow().position());
    }

    private void write(int count) throws SQLException {
        chain().append(entries("team-1", count), List.of());
    }

    private static List<ObjectNode> entries(String account, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new AuditEntry(
                                Outcome.SEEN,
                                new Who(account, null, List.of("pilot-team"), Map.of()),
                                "127.0.0.1",
                                "GET",
                                "/milestone/api/v1/pilots/{pilotId}",
                                Map.of("pilotId", "BP-001"),
                                Map.of("q", List.of("海淀 \"<&" + i)),
                                "BP-001",
                                200,
                                null,
                                null,
                                null)
                        .json())
                .toList();
    }

    private AuditChain chain() {
        return new AuditChain(database, wall, Clock.systemUTC(), "milestone");
    }

    private AuditKeeper keeper(Duration keep) {
        return new AuditKeeper(chain(), rows, keys, new SimpleMeterRegistry(), keep);
    }

    private String partition() {
        return "audit_entry_" + wall.now().toString().substring(0, 7).replace('-', '_');
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
