package io.pilotwatch.intake;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.EntryRow.Subject;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.LedgerView;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Receipted;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What was done: written down for those who ask later, told to those who listen, signed for those who submit. */
@ApplicationScoped
class History implements PanacheRepositoryBase<EntryRow, EntryRow.Key> {

    /** Experts and objectors speak to the programme office, not to each other. */
    private static final Set<EventType> DISCREET =
            EnumSet.of(EventType.APPLICATION_REVIEWED, EventType.OBJECTION_RAISED, EventType.OBJECTION_SETTLED);

    private final Outbox outbox;

    private final Ledger ledger;

    History(Outbox outbox, Ledger ledger) {
        this.outbox = outbox;
        this.ledger = ledger;
    }

    /** Writes an entry and tells its events, which follow from {@code cause} or are somebody's act. */
    void add(EntryRow entry, List<Event> events, @Nullable Envelope cause) {
        persist(entry);
        outbox.add(events, cause);
    }

    /** Writes an entry for each event and tells them all, in one batch. */
    <E extends Event> void add(List<E> events, Function<E, EntryRow> entry) {
        persist(events.stream().map(entry));
        outbox.add(events);
    }

    /** Gives a receipt for an application that was submitted. */
    Receipted<ApplicationView> receipted(ApplicationView submitted, String address, String by) {
        return new Receipted<>(submitted, ledger.add(submitted.pilotId(), "application", address, submitted, by));
    }

    /** The receipts given for an application, oldest first. */
    List<String> receipts(String pilotId) {
        return ledger.receipts(pilotId);
    }

    /** The same with what makes it verifiable. */
    LedgerView ledger(String pilotId) {
        return ledger.view(pilotId);
    }

    /**
     * Entries after a version, oldest first.
     *
     * @param untold whether those of which nobody was told are among them
     * @param discreet whether the experts' and the objectors' are
     */
    List<EntryRow> entries(Subject subject, String pilotId, boolean untold, boolean discreet, long after, int most) {
        return find(
                        "subject = ?1 and pilotId = ?2 and version > ?3 and (?4 = true or event is not null)"
                                + " and (?5 = true or event is null or event not in ?6) order by version",
                        subject,
                        pilotId,
                        after,
                        untold,
                        discreet,
                        DISCREET)
                .page(0, most)
                .list();
    }
}
