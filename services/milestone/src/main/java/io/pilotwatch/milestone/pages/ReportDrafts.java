package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.decision.DecisionDesk;
import io.pilotwatch.milestone.report.DraftDesk;
import io.pilotwatch.milestone.report.DraftView;
import io.pilotwatch.milestone.report.ReportDesk;
import io.pilotwatch.milestone.report.ReportDoor;
import io.pilotwatch.milestone.report.ReportView;
import io.pilotwatch.milestone.report.Writing;
import io.pilotwatch.milestone.report.core.Refusal;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** What becomes of a report that is being written: it is kept, looked over or handed in. */
@ApplicationScoped
class ReportDrafts {

    private static final Text SAVED_BY_ANOTHER = new Text(
            "同事刚刚保存了另一份草稿。请先在新窗口打开本报告查看；再次保存将以您的内容覆盖它。",
            "A colleague has just saved another draft. Open this report in a new window to look at it first;"
                    + " saving once more puts your text in its place.");

    private final DraftDesk drafts;
    private final ReportDesk reports;
    private final ReportDoor door;
    private final Heads heads;

    ReportDrafts(DraftDesk drafts, ReportDesk reports, ReportDoor door, Heads heads) {
        this.drafts = drafts;
        this.reports = reports;
        this.door = door;
        this.heads = heads;
    }

    /**
     * What is to be handed in.
     *
     * @param kind of one for which nobody waits; null otherwise
     */
    record Content(@Nullable ReportKind kind, Writing writing) {}

    /** What the server keeps of it. */
    DraftView of(Head head, ReportView report) {
        return drafts.look(heads.caller(), head.pilotId(), report.key());
    }

    /** Keeps the draft; returns where to go on. */
    String save(Head head, @Nullable ReportView report, Typed sheet, Writing writing) {
        if (report == null) {
            throw Problem.notFound("draft");
        }
        drafts.save(heads.caller(), head.pilotId(), report.key(), writing, now -> {
            if (!sheet.text("draft").equals(Long.toString(now))) {
                // The next save of this form is meant to go over it.
                sheet.put("draft", now);
                throw new Problem(409, "STALE", SAVED_BY_ANOTHER);
            }
        });
        return head.path() + "/reports/" + report.key() + "?done=saved";
    }

    /** Says what {@link #send} would say against it. */
    void check(Head head, @Nullable ReportView report, Content content) {
        if (report != null) {
            reports.check(
                    heads.caller(),
                    head.pilotId(),
                    report.key(),
                    content.writing().content());
            return;
        }
        requireUnasked(content);
        reports.check(
                heads.caller(),
                head.pilotId(),
                content.kind(),
                content.writing().content());
    }

    /** Hands it in; returns where the receipt is shown. */
    String send(Head head, @Nullable ReportView report, Typed sheet, Content content) {
        if (report == null) {
            requireUnasked(content);
        }
        var made = report == null
                ? door.submit(
                        heads.caller(),
                        head.pilotId(),
                        content.kind(),
                        content.writing().content())
                : door.submit(
                        heads.caller(),
                        head.pilotId(),
                        report.key(),
                        content.writing().content(),
                        now -> requireAsRead(sheet, now));
        return head.path() + "/reports/" + made.made().key() + "?done=sent&receipt="
                + made.receipt().sequence();
    }

    private static void requireUnasked(Content content) {
        if (content.kind() == ReportKind.PERIODIC) {
            throw Problem.of(Refusal.REPORT_IS_PERIODIC);
        }
    }

    private static void requireAsRead(Typed sheet, long now) {
        if (!sheet.text("revision").equals(Long.toString(now))) {
            throw new Problem(409, "STALE", DecisionDesk.CHANGED);
        }
    }
}
