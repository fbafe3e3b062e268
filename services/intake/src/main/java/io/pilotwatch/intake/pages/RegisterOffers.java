package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.intake.PilotView;
import io.pilotwatch.platform.Caller;
import java.util.ArrayList;
import java.util.List;

/** What a reader may do with a pilot, now or when. What is really allowed the desk decides. */
final class RegisterOffers {
    private RegisterOffers() {}

    static List<Offer> of(PilotView pilot, Caller caller) {
        var state = PilotState.valueOf(pilot.state().code());
        var offers = new ArrayList<Offer>();
        if (state.isEnded()) {
            return offers;
        }
        if (caller.is(Caller.PROGRAMME_OFFICE)) {
            offers.addAll(office(state));
        }
        if (mayAmend(pilot, caller)) {
            offers.add(Offer.now("profile", RegisterWord.AMEND, RegisterWord.SCENARIOS_HINT.text()));
        }
        if (isOf(pilot, caller) || caller.is(Caller.PROGRAMME_OFFICE)) {
            offers.add(offer(RegisterAct.DELEGATION, null));
        }
        if (isOf(pilot, caller)) {
            offers.add(offer(RegisterAct.WITHDRAWAL, null));
        }
        return offers;
    }

    private static List<Offer> office(PilotState state) {
        var offers = new ArrayList<Offer>();
        if (state != PilotState.FINAL_EVALUATION) {
            offers.add(offer(RegisterAct.EVALUATION, notEvaluated(state)));
        }
        var notYet = switch (state) {
            case FINAL_EVALUATION -> null;
            case SUSPENDED -> RegisterWord.SUSPENDED_FIRST;
            default -> RegisterWord.EVALUATE_FIRST;
        };
        offers.add(offer(RegisterAct.COMPLETION, notYet));
        offers.add(offer(RegisterAct.FAILURE, notYet));
        offers.add(offer(state.isSuspended() ? RegisterAct.RESUMPTION : RegisterAct.SUSPENSION, null));
        offers.add(offer(RegisterAct.TERMINATION, null));
        return offers;
    }

    @Nullable
    private static RegisterWord notEvaluated(PilotState state) {
        return switch (state) {
            case IN_PROGRESS -> null;
            case RECTIFYING -> RegisterWord.RECTIFYING_FIRST;
            case SUSPENDED -> RegisterWord.SUSPENDED_FIRST;
            default -> RegisterWord.IN_PROGRESS_FIRST;
        };
    }

    /** Whether the reader speaks for the pilot's own unit. */
    static boolean isOf(PilotView pilot, Caller caller) {
        return caller.is(Caller.PILOT_TEAM) && caller.organisations().contains(pilot.organisation());
    }

    /** Whether the reader speaks for the pilot, as its own or by delegation. */
    static boolean mayAmend(PilotView pilot, Caller caller) {
        return isOf(pilot, caller)
                || caller.is(Caller.PILOT_TEAM)
                        && pilot.delegates().stream().anyMatch(caller.organisations()::contains);
    }

    private static Offer offer(RegisterAct act, @Nullable RegisterWord notYet) {
        return new Offer(act.path(), act.does, act.means.text(), notYet == null ? null : notYet.text());
    }
}
