package io.pilotwatch.endtoend;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one running platform to every class that asks for it: starting it takes the better part of a minute. Classes
 * run in their order, each from the day at which the one before left the clock; after the last one the platform stops.
 */
final class SharedPlatform implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningPlatform.class;
    }

    @Override
    public RunningPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedPlatform.class))
                .computeIfAbsent(RunningPlatform.class, _ -> start(), RunningPlatform.class);
    }

    private static RunningPlatform start() {
        try {
            // Whoever kills a process between a change and its audit entry does not want to wait for minutes.
            return RunningPlatform.fresh(Map.of("PILOTWATCH_AUDIT_OWED_FOR", "10S"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the platform did not start", e);
        }
    }
}
