package io.pilotwatch.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The one source of ids: UUIDv7, so that they sort by age and fill an index from one end. */
@ApplicationScoped
public class Ids {

    /** A new id. */
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
