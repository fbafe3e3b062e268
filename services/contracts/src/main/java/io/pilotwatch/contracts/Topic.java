package io.pilotwatch.contracts;

/**
 * The Kafka topics. Key = pilot id, so that all events of one pilot keep their order. Each topic has one owner, the only
 * service that writes to it, and a dead-letter topic with the same number of partitions.
 */
public enum Topic {
    PILOTS("pilotwatch.pilots.v1", "intake"),
    MILESTONES("pilotwatch.milestones.v1", "milestone"),
    ALERTS("pilotwatch.alerts.v1", "compliance-alert");

    /** Partitions of every topic, dead letters included: a record keeps its partition number when it is dead-lettered. */
    public static final int PARTITIONS = 12;

    private final String wireName;
    private final String owner;

    Topic(String wireName, String owner) {
        this.wireName = wireName;
        this.owner = owner;
    }

    /** The name on the broker. */
    public String wireName() {
        return wireName;
    }

    /** The one service that writes to this topic. */
    public String owner() {
        return owner;
    }

    /** Where records go that no consumer can read; whichever consumer refuses one puts it here with the reason. */
    public String deadLetterName() {
        return wireName + ".dead-letter";
    }
}
