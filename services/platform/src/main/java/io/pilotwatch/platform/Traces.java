package io.pilotwatch.platform;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.pilotwatch.contracts.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One act is one trace over all services. An event carries the context in which it was said ({@code ce_traceparent}, kept in
 * the outbox with it); whoever handles it does so in a span below that one, and what follows from it is said in that span.
 *
 * <p>A batch is one transaction, so its spans begin together and are told of once it is committed. Spans of a batch that is
 * tried again are never ended, and so never told.
 */
final class Traces {

    /** W3C trace context, of the version that there is. */
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private Traces() {}

    /** The events of a batch, each said to have come in the span in which it is handled. */
    record Handled(List<Envelope> events, List<Span> spans) {

        /** After the commit. */
        void end() {
            spans.forEach(Span::end);
        }
    }

    static Handled begin(List<Envelope> events) {
        var handled = new ArrayList<Envelope>();
        var spans = new ArrayList<Span>();
        for (var event : events) {
            var type = EventType.of(event.event());
            var span = begin(
                    type.record().getSimpleName(),
                    event.traceparent(),
                    event.event().pilotId());
            span.setAttribute("messaging.destination.name", type.topic().wireName());
            span.setAttribute("messaging.message.id", event.id());
            spans.add(span);
            handled.add(event.within(traceparent(span.getSpanContext()).orElse(event.traceparent())));
        }
        return new Handled(handled, spans);
    }

    /** A record was given up: told as a span that failed, where the record says to which trace it belongs. */
    static void gaveUp(ConsumerRecord<String, byte[]> record, String reason) {
        var span = begin(
                "dead letter", Wire.header(record.headers(), "ce_traceparent").orElse(null), record.key());
        span.setAttribute("messaging.destination.name", record.topic());
        span.setStatus(StatusCode.ERROR, reason);
        span.end();
    }

    private static Span begin(String name, String traceparent, String pilotId) {
        return GlobalOpenTelemetry.getTracer("io.pilotwatch")
                .spanBuilder("handle " + name)
                .setParent(parent(traceparent))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("pilotwatch.pilot", pilotId == null ? "" : pilotId)
                .startSpan();
    }

    private static Context parent(String traceparent) {
        var parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (!parts.matches()) {
            return Context.root();
        }
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        parts.group(1),
                        parts.group(2),
                        TraceFlags.fromHex(parts.group(3), 0),
                        TraceState.getDefault())));
    }

    /** How a context is said to others; empty where there is none. */
    static Optional<String> traceparent(SpanContext context) {
        return context.isValid()
                ? Optional.of("00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex()))
                : Optional.empty();
    }
}
