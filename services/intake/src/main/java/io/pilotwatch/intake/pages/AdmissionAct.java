package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.core.Move;
import java.util.Arrays;
import java.util.Locale;

/** What is done to an application by one click and, mostly, a reason: each has a page that says what it means. */
enum AdmissionAct {
    RECOMMENDATION(AdmissionWord.RECOMMEND, AdmissionWord.RECOMMEND_MEANS, AdmissionWord.DONE_RECOMMENDATION),
    REVIEW_OPENING(AdmissionWord.OPEN, AdmissionWord.OPEN_MEANS, AdmissionWord.DONE_REVIEW_OPENING),
    SHORTLISTING(AdmissionWord.SHORTLIST, AdmissionWord.SHORTLIST_MEANS, AdmissionWord.DONE_SHORTLISTING),
    APPROVAL(AdmissionWord.APPROVE, AdmissionWord.APPROVE_MEANS, AdmissionWord.DONE_APPROVAL),
    RETURN(AdmissionWord.RETURN, AdmissionWord.RETURN_MEANS, AdmissionWord.DONE_RETURN),
    REJECTION(AdmissionWord.REJECT, AdmissionWord.REJECT_MEANS, AdmissionWord.DONE_REJECTION),
    WITHDRAWAL(AdmissionWord.WITHDRAW, AdmissionWord.WITHDRAW_MEANS, AdmissionWord.DONE_WITHDRAWAL);

    final AdmissionWord does;
    private final AdmissionWord means;
    final AdmissionWord done;

    AdmissionAct(AdmissionWord does, AdmissionWord means, AdmissionWord done) {
        this.does = does;
        this.means = means;
        this.done = done;
    }

    /** The last part of its page's address. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this address. */
    static AdmissionAct of(String path) {
        return Arrays.stream(values())
                .filter(act -> act.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** What follows from it, with the programme's figures in it. */
    Text means(int leastReviews, int commentDays) {
        return switch (this) {
            case REVIEW_OPENING -> filled(means, leastReviews);
            case SHORTLISTING -> filled(means, commentDays);
            default -> means.text();
        };
    }

    static Text filled(AdmissionWord word, Object... values) {
        return new Text(word.text().zh().formatted(values), word.text().en().formatted(values));
    }

    /** Whether a reason has to be given. */
    boolean needsReason() {
        return this == RETURN || this == REJECTION || this == WITHDRAWAL;
    }

    /** Whether there is anything to write. */
    boolean takesWords() {
        return needsReason() || this == RECOMMENDATION;
    }

    /** Whether something ends by it. */
    boolean isEnd() {
        return this == REJECTION || this == WITHDRAWAL;
    }

    /** The move that it is, where nothing more than words goes with it. */
    Move move(@Nullable String words) {
        return switch (this) {
            case REVIEW_OPENING -> new Move.OpenReview();
            case SHORTLISTING -> new Move.Shortlist();
            case RETURN -> new Move.Return(words);
            case REJECTION -> new Move.Reject(words);
            case WITHDRAWAL -> new Move.Withdraw(words);
            case RECOMMENDATION, APPROVAL -> throw new IllegalStateException(this + " says more than words");
        };
    }
}
