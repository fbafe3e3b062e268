package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.milestone.report.core.Input;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.Receipted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongConsumer;

/** Where a report is handed in: what is decided on it, the end of its draft, and the receipt, all or nothing. */
@ApplicationScoped
public class ReportDoor {

    private final ReportDesk desk;
    private final DraftRows drafts;
    private final Ledger ledger;
    private final Ids ids;

    ReportDoor(ReportDesk desk, DraftRows drafts, Ledger ledger, Ids ids) {
        this.desk = desk;
        this.drafts = drafts;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** An expected or returned one; {@code condition} refuses a revision that the caller did not mean. */
    public Receipted<ReportView> submit(
            Caller caller, String pilotId, String key, Input.Content content, LongConsumer condition) {
        var report = desk.submit(caller, pilotId, key, ids.next().toString(), content, condition);
        drafts.submitted(pilotId, key);
        return receipted(caller, report);
    }

    /** One for which nobody waits. */
    public Receipted<ReportView> submit(Caller caller, String pilotId, ReportKind kind, Input.Content content) {
        return receipted(caller, desk.submit(caller, pilotId, kind, ids.next().toString(), content));
    }

    private Receipted<ReportView> receipted(Caller caller, ReportView report) {
        var address = ReportResource.address(report.pilotId(), report.key());
        return new Receipted<>(report, ledger.add(report.pilotId(), "report", address, report.report(), caller.name()));
    }
}
