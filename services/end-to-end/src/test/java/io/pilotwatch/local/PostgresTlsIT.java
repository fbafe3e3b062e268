package io.pilotwatch.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packaged services against a PostgreSQL that lets nobody in without TLS, migrated by a job and run without the owner. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresTlsIT {

    private static final Path FOLDER = Path.of("target/postgres-tls").toAbsolutePath();
    private static final String NO_OWNER = "";

    private static Settings settings;
    private static TestCertificates certificates;
    private static ProcessHandle postgres;

    @BeforeAll
    static void start() throws Exception {
        Folders.delete(FOLDER);
        settings = settings();
        certificates = TestCertificates.made(FOLDER.resolve("certificates"));
        var hba = FOLDER.resolve("pg_hba.conf");
        Files.writeString(hba, "hostssl all all 127.0.0.1/32 scram-sha-256\n");
        var component = new Postgres(settings);
        component.prepare();
        var options = List.of(
                "-c", "ssl=on",
                "-c", "ssl_cert_file=" + certificates.certificate(),
                "-c", "ssl_key_file=" + certificates.key(),
                "-c", "hba_file=" + hba);
        postgres = ProcessHandle.of(component.launch(options).start(settings.log("postgres")))
                .orElseThrow();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(component::ready);
        asAnOlderVersionLeftIt();
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.destroyForcibly();
            postgres.onExit().join();
        }
    }

    /** The service owned everything in its database, and had made it itself. */
    private static void asAnOlderVersionLeftIt() throws Exception {
        execute("postgres", "create role intake login password 'intake'");
        execute("postgres", "create database intake owner intake");
        try (var job = service(
                App.INTAKE,
                verified("intake"),
                Map.of(
                        "QUARKUS_INIT_AND_EXIT", "true",
                        "QUARKUS_FLYWAY_USERNAME", "intake",
                        "QUARKUS_FLYWAY_PASSWORD", "intake"))) {
            assertEquals(0, job.ended(), job.said());
        }
        assertEquals(List.of("intake"), owners());
    }

    @Test
    @Order(1)
    void whatAnOlderVersionLeftGoesToTheOwner() throws Exception {
        new Databases(settings.port(Port.POSTGRES)).create();

        assertEquals(List.of("intake_owner"), owners());
    }

    @Test
    @Order(2)
    void aServiceThatDoesNotMigrateSaysSoWhereNobodyHas() throws Exception {
        try (var service = service(App.MILESTONE, verified("milestone"), withoutTheOwner())) {
            assertEquals(1, service.ended(), service.said());
            assertTrue(service.said().contains("The database lacks migrations (0.1, "), service.said());
        }
    }

    @Test
    @Order(3)
    void aJobMigratesAndEnds() throws Exception {
        for (var done : List.of("Successfully applied", "No migration necessary")) {
            try (var job = service(App.MILESTONE, verified("milestone"), Map.of("QUARKUS_INIT_AND_EXIT", "true"))) {
                assertEquals(0, job.ended(), job.said());
                assertTrue(job.said().contains(done), job.said());
            }
        }
    }

    @Test
    @Order(4)
    void aServiceRunsWithoutKnowingTheOwner() throws Exception {
        try (var job = service(App.INTAKE, verified("intake"), Map.of("QUARKUS_INIT_AND_EXIT", "true"))) {
            assertEquals(0, job.ended(), job.said());
        }
        try (var service = service(App.INTAKE, verified("intake"), withoutTheOwner())) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> service.ready() || !service.process().isAlive());
            assertTrue(service.ready(), service.said());
            assertFalse(service.environment().contains("_owner"));
            assertEquals(
                    List.of("t"),
                    ask(
                                    "postgres",
                                    "select distinct ssl::text from pg_stat_ssl join pg_stat_activity"
                                            + " using (pid) where usename = 'intake'")
                            .stream()
                            .map(ssl -> ssl.substring(0, 1))
                            .toList());
        }
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource({
        "another authority, sslmode=verify-full&sslrootcert=OTHER, intake, PKIX path validation failed",
        "no TLS,            sslmode=disable,                       intake, no encryption",
        "a wrong password,  sslmode=verify-full&sslrootcert=OURS,  guess,  password authentication failed"
    })
    void itIsRefusedOtherwiseAndSaysWhy(String how, String parameters, String password, String why) throws Exception {
        var other = TestCertificates.made(FOLDER.resolve("other"));
        var url = url("intake") + "?"
                + parameters
                        .replace("OTHER", other.authority().toString())
                        .replace("OURS", certificates.authority().toString());
        var environment = new HashMap<>(withoutTheOwner());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", password);
        try (var service = service(App.INTAKE, url, environment)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> service.said().contains(why) || service.ready());
            assertTrue(service.said().contains(why), how + ": " + service.said());
            assertFalse(service.ready(), how);
        }
    }

    private static Map<String, String> withoutTheOwner() {
        return Map.of(
                "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
                "QUARKUS_FLYWAY_USERNAME", NO_OWNER,
                "QUARKUS_FLYWAY_PASSWORD", NO_OWNER);
    }

    private static PackagedService service(App app, String url, Map<String, String> environment) throws IOException {
        var all = new HashMap<>(environment);
        all.put("QUARKUS_DATASOURCE_JDBC_URL", url);
        // This is about the database alone: there is no broker here to sign in to, and no other secret is needed.
        for (var unset : List.of(
                "PILOTWATCH_SECRETS",
                "KAFKA_SECURITY_PROTOCOL",
                "KAFKA_SASL_MECHANISM",
                "KAFKA_SASL_JAAS_CONFIG",
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "KAFKA_SSL_TRUSTSTORE_LOCATION")) {
            all.put(unset, "");
        }
        return PackagedService.start(app, settings, all);
    }

    private static String url(String database) {
        return Databases.url(settings.port(Port.POSTGRES), database);
    }

    private static String verified(String database) {
        return url(database) + "?sslmode=verify-full&sslrootcert=" + certificates.authority();
    }

    private static List<String> owners() throws SQLException {
        return ask(
                "intake",
                "select distinct relowner::regrole::text from pg_class where relnamespace = 'public'::regnamespace and"
                        + " relkind in ('r', 'S') union select datdba::regrole::text from pg_database where datname ="
                        + " 'intake' union select proowner::regrole::text from pg_proc where pronamespace ="
                        + " 'public'::regnamespace");
    }

    private static List<String> ask(String database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), Databases.SUPERUSER, Databases.SUPERUSER);
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private static void execute(String database, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), Databases.SUPERUSER, Databases.SUPERUSER);
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    /** The build's Kafka and Keycloak; PostgreSQL and the services on ports that nobody uses. */
    private static Settings settings() throws IOException {
        var environment = new HashMap<>(System.getenv());
        environment.put(
                Settings.ROOT, Path.of("../..").toAbsolutePath().normalize().toString());
        environment.put(Settings.DATA, FOLDER.toString());
        for (var port : List.of(
                Port.POSTGRES, Port.INTAKE, Port.INTAKE_MANAGEMENT, Port.MILESTONE, Port.MILESTONE_MANAGEMENT)) {
            try (var free = new ServerSocket(0)) {
                environment.put(port.variable(), String.valueOf(free.getLocalPort()));
            }
        }
        return Settings.from(environment);
    }
}
