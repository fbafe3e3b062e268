package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.Nullable;

/** A pilot's task book: one type a state, each with only what it has then. What is in force of it is its {@link Book}. */
public sealed interface TaskBook {

    /** 0 before anything, and one more with each decision. */
    long revision();

    /** The plan that waits for a decision, or was given back; null where there is none. */
    @Nullable
    default Plan plan() {
        return null;
    }

    /** What is in force; null before there is anything. */
    @Nullable
    default Book book() {
        return null;
    }

    /** Nothing was handed in yet. */
    record None() implements TaskBook {
        @Override
        public long revision() {
            return 0;
        }
    }

    /** The team handed in its plan; the lead regulator decides. */
    record Submitted(long revision, Plan plan) implements TaskBook {}

    /** The lead regulator gave the plan back. */
    record Returned(long revision, Plan plan, String reason) implements TaskBook {}

    /** A plan is in force. */
    record Filed(long revision, Book book) implements TaskBook {}

    /** A plan is in force, and the team asks for another one; the lead regulator decides. */
    record ChangeRequested(long revision, Book book, Plan plan, String reason) implements TaskBook {}
}
