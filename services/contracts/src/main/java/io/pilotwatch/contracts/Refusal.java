package io.pilotwatch.contracts;

import java.util.List;

/**
 * Why a decision was refused, by name. Implemented by one enum in each service's core, so that the list of reasons can be
 * read in one place.
 */
public interface Refusal {

    /** Stable, upper case with underscores; callers may rely on it. */
    String name();

    /** The reason for a person. */
    Text text();

    /**
     * The JSON pointer of the value at fault, such as {@code /percent}; null when the request was well-formed and it is the
     * state of things that stands in the way.
     */
    @Nullable
    default String pointer() {
        return null;
    }

    /** A value at fault: its JSON pointer, and what is wrong with it. */
    record Fault(String pointer, Text text) {}

    /** Every value at fault; none when it is the state of things that stands in the way. */
    default List<Fault> faults() {
        return pointer() == null ? List.of() : List.of(new Fault(pointer(), text()));
    }
}
