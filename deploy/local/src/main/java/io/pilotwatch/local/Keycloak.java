package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Keycloak's process with the demonstration realm; ready when the realm answers. */
record Keycloak(Settings settings) implements Component {

    static final String DATABASE = "keycloak";
    static final String REALM_PATH = "/auth/realms/pilotwatch";

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT);
    }

    @Override
    public List<String> needs() {
        return List.of("postgres");
    }

    @Override
    public Launch prepare() throws Exception {
        KeycloakDistribution distribution = KeycloakDistribution.in(settings);
        if (!distribution.built()) {
            distribution.build(settings.log("keycloak-build"));
        }
        Path home = home(distribution);
        Realm.write(settings, home.resolve("data/import/pilotwatch-realm.json"));
        return new Launch(distribution.command(home, arguments()), Map.of());
    }

    @Override
    public boolean ready() throws Exception {
        return Http.status(settings.local(Port.KEYCLOAK, REALM_PATH + "/.well-known/openid-configuration")) == 200;
    }

    /** The issuer is the public address, whichever way Keycloak is asked; services ask it directly. */
    private List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                // Without this at start it looks for a cluster and listens beyond loopback.
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(Port.KEYCLOAK),
                "--http-management-port=" + settings.port(Port.KEYCLOAK_MANAGEMENT),
                "--hostname=" + settings.publicUrl() + "/auth",
                "--hostname-backchannel-dynamic=true",
                "--proxy-headers=xforwarded",
                "--db-url=" + Databases.url(settings.port(Port.POSTGRES), DATABASE),
                "--db-username=" + DATABASE,
                "--db-password=" + DATABASE);
    }

    /** A home in the data folder around the one unpacked program, so that several platforms can run side by side. */
    private Path home(KeycloakDistribution distribution) throws IOException {
        Path home = settings.data().resolve("keycloak");
        for (String folder : List.of("conf", "providers", "themes", "data/import")) {
            Files.createDirectories(home.resolve(folder));
        }
        for (String file : List.of("conf/keycloak.conf", "conf/cache-ispn.xml")) {
            Files.copy(distribution.folder().resolve(file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        // Linked afresh each time: the repository may have moved, or Keycloak may be a newer one.
        Files.deleteIfExists(home.resolve("lib"));
        Files.createSymbolicLink(home.resolve("lib"), distribution.folder().resolve("lib"));
        return home;
    }
}
