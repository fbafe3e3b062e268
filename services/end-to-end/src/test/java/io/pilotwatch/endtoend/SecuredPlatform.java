package io.pilotwatch.endtoend;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A platform as strict as one elsewhere: nobody comes to the broker without a name, and each secret is one that can be
 * recognised wherever it may turn up. It is there before {@link SharedPlatform}, which takes its place.
 */
final class SecuredPlatform implements AutoCloseable {

    private static final String OIDC = marker("oidc-secret-that-signs-people-in");
    private static final String SMTP = marker("smtp-password");

    private final RunningPlatform platform;

    private SecuredPlatform() throws IOException, InterruptedException {
        platform = RunningPlatform.fresh(environment());
    }

    private static Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.put("PILOTWATCH_KAFKA_OPEN", "false");
        environment.put("PILOTWATCH_RIGHTS_EVERY", "1s");
        environment.put("PILOTWATCH_CLIENT_SECRET", OIDC);
        environment.put("PILOTWATCH_OIDC_SECRET", OIDC);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", IdentityAdmin.NAME);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", IdentityAdmin.PASSWORD);
        environment.put("QUARKUS_MAILER_USERNAME", "pilotwatch");
        environment.put("QUARKUS_MAILER_PASSWORD", SMTP);
        environment.put("PILOTWATCH_WEBHOOKS_ALLOW", "127.0.0.1");
        environment.put("QUARKUS_LOG_CATEGORY__IO_PILOTWATCH__LEVEL", "DEBUG");
        return environment;
    }

    private static String marker(String what) {
        return what + "-" + UUID.randomUUID();
    }

    RunningPlatform platform() {
        return platform;
    }

    /** By what it is for. */
    Map<String, String> plantedSecrets() {
        return Map.of("the identity client's secret", OIDC, "the mail server's password", SMTP);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        platform.close();
    }

    /** Hands it out. */
    static final class Once implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SecuredPlatform.class;
        }

        @Override
        public SecuredPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(SecuredPlatform.class))
                    .computeIfAbsent(SecuredPlatform.class, _ -> start(), SecuredPlatform.class);
        }

        private static SecuredPlatform start() {
            try {
                return new SecuredPlatform();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("the secured platform did not start", e);
            }
        }
    }
}
