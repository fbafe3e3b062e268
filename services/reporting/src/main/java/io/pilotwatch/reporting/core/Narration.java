package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.OfMilestone;
import io.pilotwatch.contracts.MilestoneEvent.OfTaskBook;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent.ApplicationEvent;
import io.pilotwatch.contracts.PilotEvent.ApplicationReviewed;
import io.pilotwatch.contracts.PilotEvent.ObjectionRaised;
import io.pilotwatch.contracts.PilotEvent.RegisterEvent;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.Text;

/**
 * Events told in words, as a person would read them in a pilot's history.
 *
 * @param programme whose names stand for codes
 * @param toDeciders whether the reader decides on the pilot: its lead, or the office. Nobody else is told which other pilot
 *     attached the same content, what an expert thinks, or who spoke in confidence
 */
public record Narration(Programme programme, boolean toDeciders) {

    /** What happened. */
    public Text of(Event event) {
        return switch (event) {
            case ApplicationEvent e -> ApplicationNarration.of(e, programme, toDeciders);
            case RegisterEvent e -> RegisterNarration.of(e, programme);
            case OfTaskBook e -> MilestoneNarration.of(e);
            case OfMilestone e -> MilestoneNarration.of(e);
            case RecordEvent e -> RecordNarration.of(e, programme, toDeciders);
            case AlertEvent e -> AlertNarration.of(e);
        };
    }

    /** The account that acted; null where the system did, or where the reader is not to know. */
    public @Nullable String by(Event event) {
        var inConfidence = event instanceof ApplicationReviewed || event instanceof ObjectionRaised;
        return inConfidence && !toDeciders ? null : event.by();
    }
}
