package io.pilotwatch.platform.audit;

import io.opentelemetry.api.trace.Span;
import io.pilotwatch.contracts.Nullable;
import io.vertx.ext.web.RoutingContext;

/** Where a request comes from. */
final class Origin {

    private Origin() {}

    /** The address of whoever called, as a trusted proxy in front tells it. */
    @Nullable
    static String from(RoutingContext context) {
        var address = context.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    @Nullable
    static String trace() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
