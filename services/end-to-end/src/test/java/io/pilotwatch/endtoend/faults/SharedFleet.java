package io.pilotwatch.endtoend.faults;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one fleet, with pilots of which one can report, to every class that asks for it; after the last one it stops. */
final class SharedFleet implements ParameterResolver {

    private static final int PILOTS = 8;

    /** Running, and each with a task book in force. */
    record Ready(Fleet fleet, List<Pilots.Pilot> pilots) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            fleet.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Ready.class;
    }

    @Override
    public Ready resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedFleet.class))
                .computeIfAbsent(Ready.class, _ -> start(), Ready.class);
    }

    private static Ready start() {
        try {
            var fleet = Fleet.fresh();
            var pilots = new Pilots(fleet, new Client(fleet), PILOTS);
            pilots.register();
            return new Ready(fleet, pilots.all());
        } catch (Exception e) {
            throw new IllegalStateException("the fleet did not start", e);
        }
    }
}
