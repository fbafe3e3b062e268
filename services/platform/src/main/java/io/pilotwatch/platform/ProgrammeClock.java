package io.pilotwatch.platform;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one clock. Either the system's, or stepped: it then stands still until an operator moves it forward, which is how a
 * programme of the past is replayed. Where a stepped clock stands is kept in the database, once for all replicas of a service:
 * it survives a crash, never goes back, and who was not stepped itself follows within a second.
 */
@ApplicationScoped
public class ProgrammeClock {

    private static final Logger LOG = Logger.getLogger(ProgrammeClock.class);

    /** The stepped clock moved; fired once everything that asks for the time sees the new one. */
    public record Stepped(Instant to) {}

    private final DataSource database;
    private final Programme programme;
    private final Event<Stepped> stepped;
    private final boolean isStepped;
    private final Instant start;
    private volatile Instant instant;

    ProgrammeClock(
            DataSource database,
            Programme programme,
            Event<Stepped> stepped,
            @ConfigProperty(name = "pilotwatch.clock.mode") String mode,
            @ConfigProperty(name = "pilotwatch.clock.start") OffsetDateTime start) {
        this.database = database;
        this.programme = programme;
        this.stepped = stepped;
        this.isStepped = "stepped".equals(mode);
        this.start = start.toInstant();
    }

    /** The clock that everything asks; its zone is the programme's. */
    @Produces
    @Singleton
    Clock clock() {
        return isStepped ? new Steps() : Clock.system(programme.zone());
    }

    /** Whether {@link #stepTo} may be called. */
    public boolean isStepped() {
        return isStepped;
    }

    /**
     * Moves the clock forward and returns when all that follows at once from the new time is done. Stepping to where it
     * stands is allowed, so that a caller who got no answer can ask again.
     */
    public synchronized void stepTo(Instant to) {
        follow();
        if (to.isBefore(now())) {
            throw new Problem(
                    409,
                    "CLOCK_GOES_FORWARD_ONLY",
                    new Text(
                            "时钟只能向前，当前为 %s。".formatted(now()),
                            "The clock only goes forward; it stands at %s.".formatted(now())));
        }
        goTo(QuarkusTransaction.requiringNew().call(() -> save(to)));
    }

    /** Goes to where another replica was stepped, and does what is due there: that one may have died over it. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void asOthersStep() {
        if (isStepped) {
            try {
                follow();
            } catch (DatabaseFailure away) {
                LOG.debugf("the clock stands still meanwhile: %s", away.getMessage());
            }
        }
    }

    private synchronized void follow() {
        saved().filter(common -> common.isAfter(now())).ifPresent(this::goTo);
    }

    private void goTo(Instant to) {
        instant = to;
        stepped.fire(new Stepped(to));
    }

    Instant now() {
        if (instant == null) {
            instant = saved().orElse(start);
        }
        return instant;
    }

    Optional<Instant> saved() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select instant from programme_clock");
                var found = select.executeQuery()) {
            return found.next()
                    ? Optional.of(found.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Gives where the clock stands by then: another replica may have been stepped further at the same moment. */
    private Instant save(Instant to) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("insert into programme_clock as clock (instant) values (?)"
                        + " on conflict (only_one) do update set instant = greatest(clock.instant, excluded.instant)"
                        + " returning instant")) {
            upsert.setObject(1, to.atOffset(ZoneOffset.UTC));
            try (var saved = upsert.executeQuery()) {
                saved.next();
                return saved.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private final class Steps extends Clock {
        @Override
        public ZoneId getZone() {
            return programme.zone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("programme days are counted in " + programme.zone());
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
