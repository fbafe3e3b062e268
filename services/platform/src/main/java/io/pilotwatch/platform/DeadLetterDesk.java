package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.DeadLetter.Deed;
import io.pilotwatch.platform.DeadLetter.Group;
import io.pilotwatch.platform.DeadLetter.Opened;
import io.pilotwatch.platform.DeadLetter.Outcome;
import io.pilotwatch.platform.DeadLetter.Result;
import io.pilotwatch.platform.DeadLetter.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;

/**
 * Where an operator looks at what this service could not handle, lets it in again, or closes it with a reason. Each act is
 * one transaction for one letter and leaves its entry in the history; doing it again changes nothing.
 */
@ApplicationScoped
public class DeadLetterDesk {

    private static final Logger LOG = Logger.getLogger(DeadLetterDesk.class);

    /** The most letters of a group that one act takes on. */
    public static final int AT_ONCE = 500;

    private static final int MOST_GROUPS = 100;
    private static final int LONGEST_REASON = 500;

    private final DeadLetterRows rows;
    private final Readmission readmission;
    private final EventMeters meters;

    DeadLetterDesk(DeadLetterRows rows, Readmission readmission, EventMeters meters) {
        this.rows = rows;
        this.readmission = readmission;
        this.meters = meters;
    }

    /** The newest before that id, of any state and any group where null is asked for. */
    public List<DeadLetter> find(@Nullable State state, @Nullable String group, long before, int limit) {
        return rows.find(state, group, before, limit);
    }

    /** How many wait. */
    public int waiting() {
        return rows.waiting();
    }

    /** Those that wait, by reason, the largest group first. */
    public List<Group> groups() {
        return rows.groups(MOST_GROUPS);
    }

    /** One with all that is known of it. */
    public Opened open(long id) {
        var letter = require(id);
        var record = rows.record(id);
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return new Opened(letter, headers, record.value(), rows.history(id));
    }

    /** The ids of the next that wait for this reason, at most {@link #AT_ONCE}. */
    public List<Long> waiting(String group) {
        return rows.waiting(group, AT_ONCE);
    }

    /**
     * Lets it in again. What works is {@link State#REDRIVEN}; what does not waits on, with the new reason.
     *
     * @return as it is then
     */
    public DeadLetter redrive(long id, String account) {
        require(id);
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> handleAgain(id, account))
                    .ifPresent(result -> meters.again(rows.record(id), result == Result.HANDLED));
        } catch (RuntimeException e) {
            if (DatabaseFailure.isTheirs(e)) {
                throw e;
            }
            LOG.errorf(e, "dead letter %d, again", id);
            QuarkusTransaction.requiringNew().run(() -> fail(id, account, DeadLetters.reason(e)));
        }
        return requireNot(State.CLOSED, id);
    }

    /** Each of these, one after the other. */
    public Outcome redrive(List<Long> ids, String account) {
        return each(ids, State.REDRIVEN, id -> redrive(id, account));
    }

    /** Each of these, one after the other. */
    public Outcome close(List<Long> ids, String account, String reason) {
        requireReason(reason);
        return each(ids, State.CLOSED, id -> close(id, account, reason));
    }

    private static Outcome each(List<Long> ids, State aim, LongFunction<DeadLetter> act) {
        int done = 0;
        for (long id : ids) {
            try {
                done += act.apply(id).state() == aim ? 1 : 0;
            } catch (Problem e) {
                LOG.infof("dead letter %d: %s", id, e.getMessage());
            }
        }
        return new Outcome(done, ids.size() - done);
    }

    /** Together with what the handler writes, or not at all. */
    private Optional<Result> handleAgain(long id, String account) {
        if (rows.lock(id) != State.WAITING) {
            return Optional.empty();
        }
        var result = readmission.letIn(rows.record(id)) ? Result.HANDLED : Result.REPEATED;
        rows.state(id, State.REDRIVEN);
        rows.act(id, account, Deed.REDRIVE, result, null);
        return Optional.of(result);
    }

    private void fail(long id, String account, String reason) {
        rows.reason(id, reason);
        rows.act(id, account, Deed.REDRIVE, Result.FAILED, reason);
    }

    /**
     * Lets it be, for that reason.
     *
     * @return as it is then
     */
    public DeadLetter close(long id, String account, String reason) {
        require(id);
        requireReason(reason);
        QuarkusTransaction.requiringNew().run(() -> {
            if (rows.lock(id) == State.WAITING) {
                rows.state(id, State.CLOSED);
                rows.act(id, account, Deed.CLOSE, Result.CLOSED, RecordColumns.storable(reason.strip()));
            }
        });
        return requireNot(State.REDRIVEN, id);
    }

    private static void requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            var text = new Text(
                    "请填写原因，不超过 %d 字。".formatted(LONGEST_REASON),
                    "Give a reason of at most %d characters.".formatted(LONGEST_REASON));
            throw new Problem(422, "REASON_MISSING", text, List.of(new Problem.Fault("/reason", text)));
        }
    }

    private DeadLetter require(long id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound("dead letter " + id));
    }

    /** Somebody else may have been quicker with something else. */
    private DeadLetter requireNot(State state, long id) {
        var letter = require(id);
        if (letter.state() == state) {
            throw new Problem(
                    409,
                    "NOT_WAITING",
                    new Text(
                            "该死信%s。".formatted(state.text().zh()),
                            "This dead letter is not waiting: %s.".formatted(state.name())));
        }
        return letter;
    }
}
