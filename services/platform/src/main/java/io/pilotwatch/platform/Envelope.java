package io.pilotwatch.platform;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Nullable;
import java.time.Instant;

/**
 * An event with its CloudEvents attributes.
 *
 * @param id unique, and the same however often it is sent
 * @param time when it happened, by the programme clock of the service that said it
 * @param correlationId id of the event that began the whole chain
 * @param traceparent W3C trace context; null where none was active
 * @param said the event as JSON, word for word as it came, with what a newer version may say beside; null where it did not come
 */
public record Envelope(
        String id,
        Instant time,
        String correlationId,
        String traceparent,
        Event event,
        @Nullable String said) {

    /** One that is said here. */
    public Envelope(String id, Instant time, String correlationId, String traceparent, Event event) {
        this(id, time, correlationId, traceparent, event, null);
    }
}
