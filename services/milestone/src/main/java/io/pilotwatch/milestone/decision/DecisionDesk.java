package io.pilotwatch.milestone.decision;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.MilestoneDesk;
import io.pilotwatch.milestone.TaskBookDesk;
import io.pilotwatch.milestone.core.BookInput;
import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.milestone.decision.Waiting.Key;
import io.pilotwatch.milestone.decision.Waiting.Kind;
import io.pilotwatch.milestone.report.ReportDesk;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Where a lead finds what waits for it, and decides on any of it; each thing's own desk says what comes of that. */
@ApplicationScoped
public class DecisionDesk {

    private final WaitingRows rows;
    private final TaskBookDesk books;
    private final MilestoneDesk milestones;
    private final ReportDesk reports;

    DecisionDesk(WaitingRows rows, TaskBookDesk books, MilestoneDesk milestones, ReportDesk reports) {
        this.rows = rows;
        this.books = books;
        this.milestones = milestones;
        this.reports = reports;
    }

    /** What waits for the caller, of one kind or of all, the longest first. */
    public List<Waiting> waiting(Caller caller, @Nullable Kind kind, @Nullable String cursor, int limit) {
        return rows.after(caller, kind, place(Page.after(cursor)), limit);
    }

    /** The place of one of them in the list, for a cursor. */
    public static String place(Waiting waiting) {
        return waiting.since() + " " + waiting.key().kind() + " "
                + waiting.key().pilotId() + " " + waiting.key().item();
    }

    private static WaitingRows.Place place(String after) {
        if (after.isEmpty()) {
            return WaitingRows.Place.BEGINNING;
        }
        var parts = after.split(" ", 4);
        try {
            return new WaitingRows.Place(LocalDate.parse(parts[0]), parts[1], parts[2], parts[3]);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw Page.foreignCursor();
        }
    }

    /** How many wait of each kind; nothing for a kind of which none do. */
    public Map<Kind, Integer> counts(Caller caller) {
        return rows.counts(caller);
    }

    /**
     * Says yes or no to one of them, inside a transaction.
     *
     * @param reason null where none is given; for a no, and for a yes to a change or an extension, there is one
     */
    public void decide(Caller caller, Key key, boolean yes, @Nullable String reason) {
        LongConsumer asRead = revision -> requireSame(key.revision(), revision);
        var pilotId = key.pilotId();
        switch (key.kind()) {
            case TASK_BOOK ->
                books.decide(
                        caller, pilotId, yes ? new BookInput.Accept(reason) : new BookInput.Return(reason), asRead);
            case CHANGE -> books.decide(caller, pilotId, change(version(key), yes, reason), asRead);
            case CLAIM ->
                milestones.decide(
                        caller, pilotId, key.item(), yes ? new Input.Accept(reason) : new Input.Return(reason), asRead);
            case EXTENSION -> milestones.decide(caller, pilotId, key.item(), extension(yes, reason), asRead);
            case REPORT -> reports.decide(caller, pilotId, key.item(), report(yes, reason), asRead);
        }
    }

    private static int version(Key key) {
        if (!key.item().matches("\\d{1,9}")) {
            throw Problem.notFound(key.item());
        }
        return Integer.parseInt(key.item());
    }

    private static BookInput.OfLead change(int version, boolean yes, String reason) {
        return yes ? new BookInput.AcceptChange(version, reason) : new BookInput.RefuseChange(version, reason);
    }

    private static Input extension(boolean yes, String reason) {
        return yes ? new Input.GrantExtension(reason) : new Input.RefuseExtension(reason);
    }

    private static io.pilotwatch.milestone.report.core.Input report(boolean yes, @Nullable String reason) {
        return yes
                ? new io.pilotwatch.milestone.report.core.Input.Accept(reason)
                : new io.pilotwatch.milestone.report.core.Input.Return(reason);
    }

    /** Nobody decides on what they have not seen: 409 {@code STALE} where it moved on since it was read. */
    public static void requireSame(long read, long now) {
        if (read != now) {
            throw new Problem(409, "STALE", CHANGED);
        }
    }

    /** What is said of something that moved on since it was read. */
    public static final Text CHANGED = new Text(
            "您打开此页后内容已有变化，请重新查看后再提交。",
            "This has changed since you opened the page. Look at it again, then send your answer.");
}
