package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the four services as its build left it; ready when its own readiness check says so. */
public record Application(App app, Settings settings) implements Component {

    /** The programme's first day: where a stepped clock begins. */
    private static final String CLOCK_START = "2022-01-30T00:00:00+08:00";

    @Override
    public String name() {
        return app.folder();
    }

    @Override
    public List<Port> ports() {
        return List.of(app.port(), app.managementPort());
    }

    @Override
    public List<String> needs() {
        return List.of("postgres", "kafka");
    }

    @Override
    public Launch prepare() throws IOException {
        Path jar = settings.root().resolve("services/" + app.folder() + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Trouble("The service " + name() + " is not built (" + jar + " is missing); run mvn -DskipTests "
                    + "package.");
        }
        // The quick compiler alone: measured, it halves what four starts at once cost (50 processor seconds to 25).
        return new Launch(
                List.of(
                        Launch.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        jar.toString()),
                environment());
    }

    @Override
    public boolean ready() throws Exception {
        return Http.status(settings.local(app.managementPort(), "/q/health/ready")) == 200;
    }

    Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(settings.port(app.port())));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(settings.port(app.managementPort())));
        environment.putAll(kafka());
        environment.put(
                "PILOTWATCH_SECRETS", SecretFiles.of(settings, name()).folder().toString());
        // Passwords that everybody knows are as they should be: this is one machine's own.
        environment.put("PILOTWATCH_DEMONSTRATION", "true");
        environment.putAll(database());
        environment.put(
                "PILOTWATCH_IDENTITY_URL",
                settings.local(Port.KEYCLOAK, Keycloak.REALM_PATH).toString());
        environment.put("PILOTWATCH_PUBLIC_URL", settings.publicUrl());
        environment.put("PILOTWATCH_CLOCK_MODE", settings.clock());
        environment.put("PILOTWATCH_CLOCK_START", CLOCK_START);
        for (App peer : App.values()) {
            environment.put(
                    "PILOTWATCH_PEERS_" + peer.name(),
                    settings.local(peer.managementPort(), "").toString());
        }
        // One chain of receipts goes over two services, so they sign with one key.
        environment.put("PILOTWATCH_RECEIPTS_KEY", ReceiptKey.of(settings).toString());
        return environment;
    }

    /** As whom it works there, and who owns it. */
    private Map<String, String> database() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                Databases.url(settings.port(Port.POSTGRES), app.database()),
                "QUARKUS_DATASOURCE_USERNAME",
                app.database(),
                "QUARKUS_DATASOURCE_PASSWORD",
                app.database(),
                "QUARKUS_FLYWAY_USERNAME",
                Databases.owner(app),
                "QUARKUS_FLYWAY_PASSWORD",
                Databases.owner(app));
    }

    /** The password itself is in a file. */
    private Map<String, String> kafka() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + settings.port(Port.KAFKA_SERVICES),
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                "SCRAM-SHA-512",
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + name()
                        + "\" password=\"${" + SecretFiles.KAFKA_PASSWORD + "}\";",
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                KafkaCertificates.of(settings).authority().toString());
    }
}
