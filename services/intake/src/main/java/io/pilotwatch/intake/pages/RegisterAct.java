package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.core.Step;
import java.util.Arrays;
import java.util.Locale;

/** What is done to a pilot of the register, each with a reason and a page that says what it means. */
enum RegisterAct {
    EVALUATION(RegisterWord.EVALUATE, RegisterWord.EVALUATE_MEANS, RegisterWord.DONE_EVALUATION),
    COMPLETION(RegisterWord.COMPLETE, RegisterWord.COMPLETE_MEANS, RegisterWord.DONE_COMPLETION),
    FAILURE(RegisterWord.FAIL, RegisterWord.FAIL_MEANS, RegisterWord.DONE_FAILURE),
    SUSPENSION(RegisterWord.SUSPEND, RegisterWord.SUSPEND_MEANS, RegisterWord.DONE_SUSPENSION),
    RESUMPTION(RegisterWord.RESUME, RegisterWord.RESUME_MEANS, RegisterWord.DONE_RESUMPTION),
    TERMINATION(RegisterWord.TERMINATE, RegisterWord.TERMINATE_MEANS, RegisterWord.DONE_TERMINATION),
    WITHDRAWAL(RegisterWord.WITHDRAW, RegisterWord.WITHDRAW_MEANS, RegisterWord.DONE_WITHDRAWAL),
    DELEGATION(RegisterWord.DELEGATE, RegisterWord.DELEGATE_MEANS, RegisterWord.DONE_DELEGATION),
    REVOCATION(RegisterWord.REVOKE, RegisterWord.REVOKE_MEANS, RegisterWord.DONE_REVOCATION);

    final RegisterWord does;
    final RegisterWord means;
    final RegisterWord done;

    RegisterAct(RegisterWord does, RegisterWord means, RegisterWord done) {
        this.does = does;
        this.means = means;
        this.done = done;
    }

    /** The last part of its page's address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this address. */
    static RegisterAct of(String path) {
        return Arrays.stream(values())
                .filter(act -> act.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Whether something ends by it. */
    boolean isEnd() {
        return this == TERMINATION || this == WITHDRAWAL || this == FAILURE || this == REVOCATION;
    }

    /**
     * The step that it is.
     *
     * @param with the grade or the delegate; null where there is neither
     */
    Step step(String reason, @Nullable String with) {
        return switch (this) {
            case EVALUATION -> new Step.Evaluate(reason);
            case COMPLETION -> new Step.Complete(with, reason);
            case FAILURE -> new Step.Fail(reason);
            case SUSPENSION -> new Step.Suspend(reason);
            case RESUMPTION -> new Step.Resume(reason);
            case TERMINATION -> new Step.Terminate(reason);
            case WITHDRAWAL -> new Step.Withdraw(reason);
            case DELEGATION -> new Step.Delegate(with, reason);
            case REVOCATION -> new Step.Revoke(with, reason);
        };
    }
}
