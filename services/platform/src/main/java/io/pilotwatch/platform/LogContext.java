package io.pilotwatch.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whatever is logged says of which pilot it is, beside the trace that Quarkus adds: {@code mdc.pilotId}. */
public class LogContext {

    private static final String PILOT = "pilotId";

    /** Where a path names a pilot: itself, or as the beginning of the name of something of its. */
    private static final List<String> NAMED_BY = List.of(PILOT, "alertId", "flagId");

    @ServerRequestFilter
    void ofRequest(ContainerRequestContext request) {
        var path = request.getUriInfo().getPathParameters();
        NAMED_BY.stream()
                .map(path::getFirst)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(id -> MDC.put(PILOT, OneLine.of(id.split("[.]", 2)[0])));
    }

    /** While these events are handled, if all are of one pilot. */
    static void during(List<Envelope> events, Consumer<List<Envelope>> work) {
        of(events.stream().map(event -> event.event().pilotId()), () -> work.accept(events));
    }

    /** While this is done, if it is about one pilot. */
    static void of(Stream<String> pilots, Runnable work) {
        var all = pilots.filter(Objects::nonNull).distinct().limit(2).toList();
        if (all.size() == 1) {
            MDC.put(PILOT, OneLine.of(all.getFirst()));
        }
        try {
            work.run();
        } finally {
            MDC.remove(PILOT);
        }
    }
}
