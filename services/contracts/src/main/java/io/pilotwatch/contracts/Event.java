package io.pilotwatch.contracts;

/**
 * Something that happened to one pilot. Each event carries the public state of its subject (the pilot, milestone or
 * alert it names) after it happened, and that subject's {@link #revision}: a consumer keeps the highest revision it has
 * seen and drops older ones, so repeats and late arrivals change nothing.
 *
 * <p>When it happened and which event caused it travel in the CloudEvents headers, not here.
 */
public sealed interface Event permits PilotEvent, MilestoneEvent, AlertEvent {

    /** The pilot, such as {@code BP-001}: the record key, hence the order. */
    String pilotId();

    /** Counts from 1 without a gap for each subject. */
    long revision();

    /** The account that acted; null where the system did by itself. */
    default String by() {
        return null;
    }
}
