package io.pilotwatch.milestone.calendar;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Where feeds are made, listed and revoked. */
@ApplicationScoped
public class FeedDesk {

    private final Pilots pilots;
    private final FeedRows feeds;
    private final Programme programme;
    private final Ids ids;
    private final Clock clock;

    FeedDesk(Pilots pilots, FeedRows feeds, Programme programme, Ids ids, Clock clock) {
        this.pilots = pilots;
        this.feeds = feeds;
        this.programme = programme;
        this.ids = ids;
        this.clock = clock;
    }

    /** A feed of a pilot that the caller may see. */
    public FeedView ofPilot(Caller caller, String pilotId, String token, boolean chinese) {
        pilots.see(caller, pilotId);
        var row = new FeedRow();
        row.pilotId = pilotId;
        return make(row, caller, token, chinese);
    }

    /** A feed of all pilots of a field, for its regulator and the office; 403 {@code FOREIGN_FIELD} for others. */
    FeedView ofField(Caller caller, String field, String token, boolean chinese) {
        if (programme.field(field).isEmpty()) {
            throw Problem.notFound(field);
        }
        if (!caller.is(Caller.PROGRAMME_OFFICE)
                && !(caller.is(Caller.REGULATOR) && caller.fields().contains(field))) {
            throw new Problem(403, "FOREIGN_FIELD", new Text("您的账号不负责该领域。", "Your account does not lead this field."));
        }
        var row = new FeedRow();
        row.field = field;
        return make(row, caller, token, chinese);
    }

    private FeedView make(FeedRow row, Caller caller, String token, boolean chinese) {
        row.feedId = ids.next();
        row.tokenSha256 = Secrets.hash(token);
        row.chinese = chinese;
        row.madeAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.madeBy(caller);
        feeds.persist(row);
        return FeedView.of(row);
    }

    /** The caller's own that can be read, after this one, oldest first. */
    public List<FeedView> own(Caller caller, @Nullable UUID after, int limit) {
        return feeds.of(caller.name(), after, limit).stream().map(FeedView::of).toList();
    }

    /** From now on nobody reads it; a second time changes nothing. 404 for what is not the caller's own. */
    public void revoke(Caller caller, UUID feedId) {
        var feed = feeds.findByIdOptional(feedId)
                .filter(row -> row.maker.equals(caller.name()))
                .orElseThrow(() -> Problem.notFound(feedId.toString()));
        if (feed.revokedAt == null) {
            feed.revokedAt = clock.instant();
        }
    }
}
