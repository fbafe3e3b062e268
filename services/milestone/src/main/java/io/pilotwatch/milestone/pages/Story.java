package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneEvent.RiskLevel;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.milestone.HistoryView;
import io.pilotwatch.platform.pages.Spoken;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * One thing in a milestone's history, as it is told on its page.
 *
 * @param event in words
 * @param at by the programme's clock
 */
public record Story(HistoryView entry, Spoken event, OffsetDateTime at) {

    static Story of(HistoryView entry, ZoneId zone) {
        return new Story(
                entry, word(entry.event()), entry.recordedAt().atZone(zone).toOffsetDateTime());
    }

    private static Spoken word(EventType event) {
        return switch (event) {
            case MILESTONE_UPDATED -> Tell.MILESTONE_UPDATED;
            case MILESTONE_CLAIMED -> Tell.MILESTONE_CLAIMED;
            case MILESTONE_FIRST_ACCEPTED -> Tell.MILESTONE_FIRST_ACCEPTED;
            case MILESTONE_REACHED -> Tell.MILESTONE_REACHED;
            case MILESTONE_RETURNED -> Tell.MILESTONE_RETURNED;
            case EXTENSION_REQUESTED -> Tell.EXTENSION_REQUESTED;
            case EXTENSION_REFUSED -> Tell.EXTENSION_REFUSED;
            case MILESTONE_EXTENDED -> Tell.MILESTONE_EXTENDED;
            case TASK_BOOK_CHANGED -> Tell.TASK_BOOK_CHANGED;
            case MILESTONE_CANCELLED -> Tell.MILESTONE_CANCELLED;
            default -> Tell.OTHER_EVENT;
        };
    }

    /** Whether it is an update, which alone says how far things are. */
    public boolean update() {
        return entry.updateId() != null;
    }

    /** A risk's level in words. */
    public Spoken level(RiskLevel level) {
        return Say.valueOf(level.name());
    }

    /** Whether it tells of a rating. */
    public boolean rated() {
        return update() && entry.situation().selfRating() != Rating.NOT_RATED;
    }

    /** Whether it is about a day that was asked for. */
    public boolean asks() {
        return entry.event() == EventType.EXTENSION_REQUESTED;
    }

    /** Whether it moved the due day. */
    public boolean moves() {
        return entry.event() == EventType.MILESTONE_EXTENDED;
    }
}
