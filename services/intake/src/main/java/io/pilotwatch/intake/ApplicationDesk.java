package io.pilotwatch.intake;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.EntryRow.Subject;
import io.pilotwatch.intake.core.Act;
import io.pilotwatch.intake.core.Admission;
import io.pilotwatch.intake.core.Application;
import io.pilotwatch.intake.core.Move;
import io.pilotwatch.intake.core.Wish;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.LedgerView;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Receipted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** Where applications are decided on and looked at. */
@ApplicationScoped
public class ApplicationDesk {

    private final ApplicationRows rows;
    private final PilotRows pilots;
    private final History history;
    private final Programme programme;
    private final Clock clock;

    ApplicationDesk(ApplicationRows rows, PilotRows pilots, History history, Programme programme, Clock clock) {
        this.rows = rows;
        this.pilots = pilots;
        this.history = history;
        this.programme = programme;
        this.clock = clock;
    }

    /** Begins an application. */
    public ApplicationView draft(Caller caller, Wish wish) {
        var row = new ApplicationRow();
        switch (Admission.draft(programme, wish, rows.nextNumber())) {
            case Refused<Application>(var refusal) -> throw Problem.of(refusal);
            case Decided<Application>(var draft, var events) -> {
                row.set(draft);
                rows.persist(row);
                note(row, caller.name(), null, events, now());
            }
        }
        return view(caller, row);
    }

    /**
     * Loads, decides once, saves and tells, inside the request's transaction: the same way for every move.
     *
     * @param condition refuses a version that the caller did not mean
     */
    public ApplicationView move(Caller caller, String pilotId, Move move, LongConsumer condition) {
        var row = rows.locked(pilotId);
        requireMove(caller, row, move);
        condition.accept(row.version);
        var now = now();
        var act = new Act(caller.name(), programme.dayOf(now));
        switch (decide(row, move, act)) {
            case Refused<Application>(var refusal) -> throw Problem.of(refusal);
            case Decided<Application>(var next, var events) -> {
                row.set(next);
                keep(row, next, move, act, now);
                note(row, act.by(), move.reason(), events, now);
                if (!events.isEmpty() && events.getFirst() instanceof PilotApproved approved) {
                    publish(row, approved, now);
                }
            }
        }
        return view(caller, row);
    }

    /** States one part of it anew, and leaves the others as they are by then. */
    public ApplicationView restate(Caller caller, String pilotId, UnaryOperator<Wish> part) {
        var wish = rows.locked(pilotId).wish();
        return move(caller, pilotId, new Move.Amend(part.apply(wish)), _ -> {});
    }

    /** Hands it in, against a receipt. */
    public Receipted<ApplicationView> submit(Caller caller, String pilotId, LongConsumer condition) {
        var submitted = move(caller, pilotId, new Move.Submit(), condition);
        return history.receipted(submitted, address(pilotId), caller.name());
    }

    /** Publishes it, with the receipts that were given for it until then. */
    public void approve(Caller caller, String pilotId, LongConsumer condition) {
        rows.locked(pilotId);
        move(caller, pilotId, new Move.Approve(history.receipts(pilotId)), condition);
    }

    private Decision<Application> decide(ApplicationRow row, Move move, Act act) {
        var application = row.application(ApplicationRows.inForce(rows.reviews(row)), rows.objections(row));
        return Admission.decide(programme, application, move, act);
    }

    /** What a move says beside the state. */
    private void keep(ApplicationRow row, Application next, Move move, Act act, Instant now) {
        switch (move) {
            case Move.Submit _ -> row.submitted(act.by(), now);
            case Move.GiveReview _ ->
                rows.add(ReviewRow.of(
                        row, ((Application.UnderReview) next).reviews().getLast(), now));
            case Move.RaiseObjection _ ->
                rows.add(ObjectionRow.of(
                        row, ((Application.Shortlisted) next).objections().getLast(), now));
            case Move.Settle settle ->
                rows.objection(row.pilotId, UUID.fromString(settle.objectionId()))
                        .settle(settle.upheld(), act.by(), settle.reason(), now);
            default -> {}
        }
    }

    /** The pilot begins where the application ends; both histories have it. */
    private void publish(ApplicationRow row, PilotApproved approved, Instant now) {
        row.approvedOn = approved.pilot().approvedOn();
        pilots.persist(PilotRow.published(approved.pilot(), row.version, approved.revision(), row.contact()));
        history.persist(EntryRow.of(
                        Subject.PILOT,
                        row.pilotId,
                        row.version,
                        approved.pilot().state(),
                        List.of(approved))
                .by(approved.by(), null, now));
    }

    private void note(ApplicationRow row, String by, String reason, List<Event> events, Instant now) {
        history.add(
                EntryRow.of(Subject.APPLICATION, row.pilotId, row.version, row.state, events)
                        .by(by, reason, now),
                events,
                null);
    }

    /** What the token alone cannot tell. Whoever may try is then told by the state why not, of a draft too. */
    private void requireMove(Caller caller, ApplicationRow row, Move move) {
        boolean allowed = switch (move) {
            case Move.Amend _, Move.Submit _, Move.Withdraw _ -> row.isOf(caller);
            case Move.Recommend _ -> caller.mayRecommend(subject(row));
            case Move.RaiseObjection _ -> true;
            // A recommender gives back what it will not recommend, as long as it has not.
            case Move.Return _ ->
                caller.is(Caller.PROGRAMME_OFFICE)
                        || row.state == ApplicationState.SUBMITTED && caller.mayRecommend(subject(row));
            case Move.OpenReview _, Move.Shortlist _, Move.Approve _, Move.Reject _, Move.Settle _ ->
                caller.is(Caller.PROGRAMME_OFFICE);
            case Move.GiveReview _ -> caller.is(Caller.EXPERT);
        };
        if (!allowed) {
            throw Problem.foreign(row.pilotId);
        }
        if (move instanceof Move.Settle settle) {
            rows.objection(row.pilotId, UUID.fromString(settle.objectionId()));
        }
    }

    /** In whose name the caller recommends: its region's, or else the field's that both have. */
    public String unit(Caller caller, String pilotId) {
        var row = rows.known(pilotId);
        return caller.regions().contains(row.region)
                ? row.region
                : row.fields.stream()
                        .filter(caller.fields()::contains)
                        .findFirst()
                        .orElse(row.region);
    }

    /** A page of those that the caller may see; kind and field are codes of the programme, null for any. */
    public Page<ApplicationView> list(Caller caller, ApplicationFilter filter, String cursor, int limit, UriInfo uri) {
        Parameters.known("kind", filter.kind(), programme::kind);
        Parameters.known("field", filter.field(), programme::field);
        var found = rows.list(filter, caller, Page.after(cursor, 0, Integer::valueOf), limit + 1);
        return Page.of(found, limit, row -> Integer.toString(row.number), uri)
                .map(row -> ApplicationView.of(row, programme));
    }

    /** How many wait for the caller, counted to {@code most}. */
    public int countWaiting(Caller caller, int most) {
        return rows.countWaiting(caller, most);
    }

    /** The chain of receipts given for it. */
    public LedgerView ledger(Caller caller, String pilotId) {
        // Public comment opens an application to everyone, not the papers that its applicant holds.
        if (!seen(caller, pilotId).isOf(caller) && !caller.is(Caller.PROGRAMME_OFFICE)) {
            throw Problem.foreign(pilotId);
        }
        return history.ledger(pilotId);
    }

    /** One application with what this caller may know of it. */
    public ApplicationView look(Caller caller, String pilotId) {
        return view(caller, seen(caller, pilotId));
    }

    /** Its history after a version: drafting for its own organisation, experts and objectors for the office. */
    public List<EntryView> history(Caller caller, String pilotId, long after, int most) {
        var row = seen(caller, pilotId);
        boolean office = caller.is(Caller.PROGRAMME_OFFICE);
        return history.entries(Subject.APPLICATION, pilotId, row.isOf(caller), office, after, most).stream()
                .map(entry -> EntryView.of(entry, programme.zone()))
                .toList();
    }

    /** Refuses whoever may not see it; a draft, for others, is not there. */
    private ApplicationRow seen(Caller caller, String pilotId) {
        var row = rows.known(pilotId);
        if (!row.isTold() && !row.isOf(caller)) {
            throw Problem.notFound(pilotId);
        }
        if (!maySee(caller, row)) {
            throw Problem.foreign(pilotId);
        }
        return row;
    }

    /** The shortlist is public to all who are signed in; experts see what they are asked about, and what they judged. */
    private boolean maySee(Caller caller, ApplicationRow row) {
        return row.isOf(caller)
                || row.isTold()
                        && switch (row.state) {
                            case SHORTLISTED -> true;
                            case UNDER_REVIEW -> caller.is(Caller.EXPERT) || caller.maySee(subject(row));
                            default ->
                                caller.maySee(subject(row))
                                        || caller.is(Caller.EXPERT) && rows.hasReviewed(caller.name(), row.pilotId);
                        };
    }

    private Caller.Subject subject(ApplicationRow row) {
        return row.subject(Names.coversFields(programme, row.kind));
    }

    private ApplicationView view(Caller caller, ApplicationRow row) {
        boolean office = caller.is(Caller.PROGRAMME_OFFICE);
        boolean judges = office || caller.is(Caller.EXPERT) || caller.mayRecommend(subject(row));
        var reviews = rows.reviews(row).stream()
                .filter(r -> office || r.byAccount.equals(caller.name()))
                .toList();
        var objections = rows.objections(row).stream()
                .filter(o -> office || row.isOf(caller) || o.byAccount.equals(caller.name()))
                .toList();
        return ApplicationView.of(row, programme)
                .with(
                        office || row.isOf(caller) ? row.contact() : null,
                        office || caller.is(Caller.EXPERT) ? ReviewView.of(reviews, programme.zone()) : null,
                        office ? ReviewView.meanOf(reviews) : null,
                        objections.stream()
                                .map(o -> ObjectionView.of(o, office, programme.zone()))
                                .toList(),
                        judges ? rows.likelyDuplicates(row) : null);
    }

    static String address(String pilotId) {
        return "/intake/api/v1/applications/" + pilotId;
    }

    /** The database keeps no finer time, and what is read back must say the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
