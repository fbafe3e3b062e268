package io.pilotwatch.milestone.calendar;

import io.pilotwatch.platform.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A calendar that was made, with whoever made it as that one then stood. */
@Entity
@Table(name = "calendar_feed")
class FeedRow {
    @Id
    UUID feedId;

    byte[] tokenSha256;

    /** Null where it is a field's. */
    String pilotId;

    /** Null where it is a pilot's. */
    String field;

    boolean chinese;
    String maker;
    List<String> roles;
    List<String> organisations;
    List<String> fields;
    List<String> regions;
    Instant madeAt;

    /** Null while it can be read. */
    Instant revokedAt;

    void madeBy(Caller caller) {
        maker = caller.name();
        roles = sorted(caller.roles());
        organisations = sorted(caller.organisations());
        fields = sorted(caller.fields());
        regions = sorted(caller.regions());
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }

    Caller caller() {
        return new Caller(maker, Set.copyOf(roles), Set.copyOf(organisations), Set.copyOf(fields), Set.copyOf(regions));
    }
}
