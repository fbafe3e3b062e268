package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Nullable;

/** What may be done to a task book: the team hands in and asks; the lead regulator decides. */
public sealed interface BookInput {

    /** The team's. */
    sealed interface OfTeam extends BookInput {}

    /** The lead regulator's. */
    sealed interface OfLead extends BookInput {}

    /** What was said with it; null where nothing was. */
    @Nullable
    String note();

    /** The first plan is handed in. */
    record Submit(Draft draft) implements OfTeam {
        @Override
        public String note() {
            return null;
        }
    }

    /** Another plan is asked for. */
    record RequestChange(Draft draft, String note) implements OfTeam {}

    /** The first plan is right. */
    record Accept(@Nullable String note) implements OfLead {}

    /** The first plan is not right. */
    record Return(String note) implements OfLead {}

    /** The plan of that version takes the place of the one in force. */
    record AcceptChange(int version, String note) implements OfLead {}

    /** The plan in force stays. */
    record RefuseChange(int version, String note) implements OfLead {}
}
