package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import java.util.List;
import java.util.Map;

/** What may be done with an application. */
public sealed interface Move {

    /** The applicant states something else. */
    record Amend(Wish wish) implements Move {}

    /** The applicant hands it in. */
    record Submit() implements Move {}

    /** A recommender speaks for it; {@code unit} is the region or field's code in whose name. */
    record Recommend(String unit, @Nullable String note) implements Move {}

    /** The programme office gives it to the experts. */
    record OpenReview() implements Move {}

    /** An expert's opinion; {@code scores} are 0 to 100 by criterion. */
    record GiveReview(Map<String, Integer> scores, boolean supports, String opinion) implements Move {}

    /** The programme office makes it public. */
    record Shortlist() implements Move {}

    /** Somebody objects. */
    record RaiseObjection(String objectionId, String text) implements Move {}

    /** The programme office decides on an objection. */
    record Settle(String objectionId, boolean upheld, String reason) implements Move {}

    /** The programme office publishes it; {@code receipts} are those given for it, oldest first. */
    record Approve(List<String> receipts) implements Move {}

    /** The programme office gives it back for correction. */
    record Return(String reason) implements Move {}

    /** The programme office does not take it. */
    record Reject(String reason) implements Move {}

    /** The applicant takes it back. */
    record Withdraw(String reason) implements Move {}

    /** Why, in the mover's words; null where a move needs none, or says it elsewhere. */
    @Nullable
    default String reason() {
        return switch (this) {
            case Recommend move -> move.note();
            case Settle move -> move.reason();
            case Return move -> move.reason();
            case Reject move -> move.reason();
            case Withdraw move -> move.reason();
            case Amend _, Submit _, OpenReview _, GiveReview _, Shortlist _, RaiseObjection _, Approve _ -> null;
        };
    }
}
