package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.ConductBoard;
import io.pilotwatch.compliancealert.core.ConductState;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What of the conduct flags is shown, as chosen; what cannot be read is as if it were not chosen. */
public record ConductFilters(
        @QueryParam("state") @Nullable String state,
        @QueryParam("outcome") @Nullable String outcome,
        @QueryParam("field") @Nullable String field,
        @QueryParam("pilot") @Nullable String pilot,
        @QueryParam("cursor") @Nullable String cursor) {

    static final String ALL = "ALL";

    /** What is looked for, and what there is to choose from. */
    record Shown(
            String state,
            String outcome,
            String field,
            String pilot,
            @Nullable String cursor,
            List<Named> fields,
            List<String> states) {

        /** Mentions are shown to whoever asks for them. */
        ConductBoard.Filter filter() {
            return new ConductBoard.Filter(
                    state.equals(ALL) ? null : ConductState.valueOf(state),
                    outcomes(),
                    field.isEmpty() ? null : field,
                    pilot.isEmpty() ? null : pilot);
        }

        private Set<ConductOutcome> outcomes() {
            return switch (outcome) {
                case "" -> EnumSet.of(ConductOutcome.ALERT, ConductOutcome.REVIEW);
                case ALL -> Set.of();
                default -> Set.of(ConductOutcome.valueOf(outcome));
            };
        }

        /** Whether anything was chosen beside the tab. */
        public boolean narrowed() {
            return !(outcome + field + pilot).isEmpty();
        }
    }

    Shown readFor(Caller caller, Programme programme) {
        var looksInto = caller.seesAll() || caller.is(Caller.REGULATOR);
        var fields = programme.fields().stream()
                .filter(f -> caller.seesAll() || caller.fields().contains(f.code()))
                .map(f -> new Named(f.code(), f.name()))
                .toList();
        var states = Arrays.stream(ConductState.values())
                .map(Enum::name)
                .filter(s -> looksInto || s.equals("CONFIRMED") || s.equals("DISMISSED"))
                .toList();
        return new Shown(
                states.contains(state) ? state : ALL.equals(state) || !looksInto ? ALL : ConductState.FOUND.name(),
                isOutcome() ? outcome : "",
                fields.stream().anyMatch(f -> f.code().equals(field)) ? field : "",
                pilot == null ? "" : pilot.strip(),
                cursor,
                fields,
                states);
    }

    private boolean isOutcome() {
        return ALL.equals(outcome)
                || Arrays.stream(ConductOutcome.values()).anyMatch(o -> o.name().equals(outcome));
    }
}
