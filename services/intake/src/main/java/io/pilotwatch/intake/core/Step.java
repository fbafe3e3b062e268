package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Nullable;
import java.util.List;

/** What may happen to a pilot of the register. */
public sealed interface Step {

    /** Another service told something that its state follows from. */
    record Hear(Event event) implements Step {}

    /** The programme office lets it rest. */
    record Suspend(String reason) implements Step {}

    /** The programme office lets it go on, where it stands by then. */
    record Resume(String reason) implements Step {}

    /** The programme office ends it. */
    record Terminate(String reason) implements Step {}

    /** Its own unit leaves the programme. */
    record Withdraw(String reason) implements Step {}

    /** The programme office begins its final evaluation. */
    record Evaluate(String reason) implements Step {}

    /** It passed the final evaluation, with a grade of the programme. */
    record Complete(String grade, String reason) implements Step {}

    /** It did not pass the final evaluation. */
    record Fail(String reason) implements Step {}

    /** Its unit amends what the register says of it. */
    record Amend(List<String> scenarios, List<Contact> contacts) implements Step {}

    /** The people of another organisation may act for it. */
    record Delegate(String organisation, String reason) implements Step {}

    /** They may no longer. */
    record Revoke(String organisation, String reason) implements Step {}

    /** Why, in the words of whoever took it; null where none are asked for. */
    @Nullable
    default String reason() {
        return switch (this) {
            case Suspend step -> step.reason();
            case Resume step -> step.reason();
            case Terminate step -> step.reason();
            case Withdraw step -> step.reason();
            case Evaluate step -> step.reason();
            case Complete step -> step.reason();
            case Fail step -> step.reason();
            case Delegate step -> step.reason();
            case Revoke step -> step.reason();
            case Hear _, Amend _ -> null;
        };
    }
}
