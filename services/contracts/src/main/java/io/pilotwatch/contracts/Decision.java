package io.pilotwatch.contracts;

import java.util.List;

/** What a pure decision gives back: the next state with the events to tell, or a named refusal. */
public sealed interface Decision<S> {

    /** It is so: save the state and tell the events, both in one transaction. */
    record Decided<S>(S state, List<Event> events) implements Decision<S> {}

    /** It is not so, and nothing changes. */
    record Refused<S>(Refusal refusal) implements Decision<S> {}

    /** A decision with one event. */
    static <S> Decision<S> decided(S state, Event event) {
        return new Decided<>(state, List.of(event));
    }

    /** A decision with several events, in their order. */
    static <S> Decision<S> decided(S state, List<? extends Event> events) {
        return new Decided<>(state, List.copyOf(events));
    }

    /** A refusal with its name. */
    static <S> Decision<S> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
