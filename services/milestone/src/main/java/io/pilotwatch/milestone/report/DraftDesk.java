package io.pilotwatch.milestone.report;

import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.milestone.Present;
import io.pilotwatch.milestone.report.core.Reports;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongConsumer;

/** Where drafts are kept: for the team alone, and told to nobody. */
@ApplicationScoped
public class DraftDesk {

    private final Pilots pilots;
    private final Shelf shelf;
    private final DraftRows drafts;
    private final Present present;

    DraftDesk(Pilots pilots, Shelf shelf, DraftRows drafts, Present present) {
        this.pilots = pilots;
        this.shelf = shelf;
        this.drafts = drafts;
        this.present = present;
    }

    /** What the team has written so far; of version 0 where nothing was saved. */
    public DraftView look(Caller caller, String pilotId, String key) {
        var pilot = pilots.see(caller, pilotId);
        caller.requireReport(pilot.subject());
        shelf.known(pilot, key, present.today());
        return drafts.of(pilotId, key);
    }

    /** Inside the request's transaction; {@code condition} refuses a version that the caller did not mean. */
    public DraftView save(Caller caller, String pilotId, String key, Writing content, LongConsumer condition) {
        var pilot = pilots.report(caller, pilotId);
        var report = shelf.known(pilot, key, present.today()).report();
        var version = drafts.of(pilotId, key).version();
        condition.accept(version);
        var refusal = Reports.notWritable(report);
        if (refusal != null) {
            throw Problem.of(refusal);
        }
        var act = present.act(caller, pilotId);
        var draft = new DraftView(key, version + 1, content, act.by(), act.at());
        drafts.save(pilotId, draft);
        return draft;
    }
}
