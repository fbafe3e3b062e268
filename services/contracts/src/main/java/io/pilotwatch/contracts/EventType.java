package io.pilotwatch.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of events: record, wire type, topic. Wire types outlive classes: an old one is never renamed or reused.
 * The record's simple name is also the name of its schema file, sample and AsyncAPI message.
 */
public enum EventType {
    APPLICATION_SUBMITTED(PilotEvent.ApplicationSubmitted.class, Topic.PILOTS, "application.submitted"),
    PILOT_APPROVED(PilotEvent.PilotApproved.class, Topic.PILOTS, "pilot.approved"),

    TASK_BOOK_FILED(MilestoneEvent.TaskBookFiled.class, Topic.MILESTONES, "task-book.filed"),
    MILESTONE_UPDATED(MilestoneEvent.MilestoneUpdated.class, Topic.MILESTONES, "milestone.updated"),
    MILESTONE_CLAIMED(MilestoneEvent.MilestoneClaimed.class, Topic.MILESTONES, "milestone.claimed"),
    MILESTONE_REACHED(MilestoneEvent.MilestoneReached.class, Topic.MILESTONES, "milestone.reached"),
    MILESTONE_RETURNED(MilestoneEvent.MilestoneReturned.class, Topic.MILESTONES, "milestone.returned"),
    MILESTONE_EXTENDED(MilestoneEvent.MilestoneExtended.class, Topic.MILESTONES, "milestone.extended"),

    ALERT_RAISED(AlertEvent.AlertRaised.class, Topic.ALERTS, "alert.raised"),
    ALERT_ACKNOWLEDGED(AlertEvent.AlertAcknowledged.class, Topic.ALERTS, "alert.acknowledged"),
    ALERT_CLEARED(AlertEvent.AlertCleared.class, Topic.ALERTS, "alert.cleared"),
    CONDUCT_FLAGGED(AlertEvent.ConductFlagged.class, Topic.ALERTS, "conduct.flagged");

    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::record, Function.identity()));
    private static final Map<String, EventType> BY_WIRE_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::wireType, Function.identity()));

    private final Class<? extends Event> record;
    private final Topic topic;
    private final String wireType;

    EventType(Class<? extends Event> record, Topic topic, String what) {
        this.record = record;
        this.topic = topic;
        this.wireType = "io.pilotwatch." + what + ".v1";
    }

    /** The record that carries this event. */
    public Class<? extends Event> record() {
        return record;
    }

    /** The topic on which it is said. */
    public Topic topic() {
        return topic;
    }

    /** The CloudEvents {@code type}. */
    public String wireType() {
        return wireType;
    }

    /** The CloudEvents {@code dataschema}: the schema's {@code $id}. */
    public String schema() {
        return "urn:pilotwatch:schema:" + record.getSimpleName() + ":v1";
    }

    /** The row of this event. */
    public static EventType of(Event event) {
        return BY_RECORD.get(event.getClass());
    }

    /** The row with this wire type; empty for an event of a newer version, which a consumer counts and skips. */
    public static Optional<EventType> ofWireType(String wireType) {
        return Optional.ofNullable(BY_WIRE_TYPE.get(wireType));
    }
}
