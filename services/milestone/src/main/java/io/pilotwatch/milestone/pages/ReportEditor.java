package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent.RiskLevel;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.report.DraftView;
import io.pilotwatch.milestone.report.NewReport;
import io.pilotwatch.milestone.report.ReportView;
import io.pilotwatch.milestone.report.Writing;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where a report is written: the form with its draft, the answers to check, and the sending. */
@ApplicationScoped
class ReportEditor {

    private static final List<Named> RATINGS = Arrays.stream(Rating.values())
            .filter(r -> r != Rating.NOT_RATED)
            .map(r -> new Named(r.name(), r.text()))
            .toList();

    private static final List<Named> LEVELS = List.of(
            new Named(RiskLevel.LOW.name(), new Text("低", "Low")),
            new Named(RiskLevel.MEDIUM.name(), new Text("中", "Medium")),
            new Named(RiskLevel.HIGH.name(), new Text("高", "High")));

    private static final List<Named> UNASKED = List.of(
            new Named(ReportKind.AD_HOC.name(), ReportKind.AD_HOC.text()),
            new Named(ReportKind.INCIDENT.name(), ReportKind.INCIDENT.text()));

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "ReportPages")
    static class Templates {
        static native TemplateInstance write(Frame frame, Form form, Writer page);

        static native TemplateInstance check(Frame frame, Form form, Answers page);
    }

    /**
     * The form.
     *
     * @param report null where nobody waits for it
     * @param draft what the server keeps of it; null where nothing was saved
     * @param deviations the numbers of its entries, like the others
     * @param typed whether the form shows what was just typed, so that no draft of the browser's goes over it
     */
    record Writer(
            Head head,
            @Nullable ReportView report,
            @Nullable DraftView draft,
            @Nullable String done,
            List<Standings.Standing> progress,
            List<Integer> deviations,
            List<Integer> risks,
            List<Integer> issues,
            List<Named> kinds,
            List<Named> ratings,
            List<Named> levels,
            boolean typed) {

        /** Whether it has a title of its own. */
        public boolean titled() {
            return report == null || report.period() == null;
        }

        /** Where it is sent to. */
        public String action() {
            return head.path() + "/reports/" + (report == null ? "new" : report.key());
        }

        /** By what the browser keeps what is typed. */
        public String draftName() {
            return "report-" + head.pilotId() + "-" + (report == null ? "new" : report.key());
        }

        /** The name of a field of an entry. */
        public String field(String list, int index, String part) {
            return list + "." + index + "." + part;
        }

        /** Whether an entry more fits. */
        public boolean fits(List<Integer> entries) {
            return entries.size() < Writing.MOST;
        }
    }

    /** The answers to check. */
    record Answers(
            Head head,
            @Nullable ReportView report,
            String action,
            @Nullable Text kind,
            Writing writing,
            List<Standings.Standing> progress,
            List<Map.Entry<String, String>> carried) {}

    private final ReportDrafts drafts;
    private final Standings standings;
    private final Forms forms;
    private final Frames frames;

    ReportEditor(ReportDrafts drafts, Standings standings, Forms forms, Frames frames) {
        this.drafts = drafts;
        this.standings = standings;
        this.forms = forms;
        this.frames = frames;
    }

    /** With the draft, or with what was returned, or empty. */
    Response open(Head head, ReportView report, @Nullable String done) {
        var draft = drafts.of(head, report);
        var sheet = draft.content() != null
                ? WritingSheet.of(draft.content())
                : report.report() == null ? new Typed() : WritingSheet.of(report.report());
        sheet.put("draft", draft.version()).put("revision", report.revision());
        return frames.page(
                Templates.write(frames.frame(), Form.of(sheet.values()), writer(head, report, draft, sheet, done)));
    }

    /** Empty, for one for which nobody waits. */
    Response begin(Head head, ReportKind kind) {
        var sheet = new Typed().put("kind", kind);
        return frames.page(
                Templates.write(frames.frame(), Form.of(sheet.values()), writer(head, null, null, sheet, null)));
    }

    /** Whatever a button asks for. */
    Response act(Head head, @Nullable ReportView report) {
        var sent = forms.read();
        var act = Asked.of(sent);
        var sheet = acted(act, new Typed(sent.values()));
        var form = Form.of(sheet.values());
        try {
            return switch (act.kind()) {
                case CHECK -> checked(head, report, sheet, form);
                case SEND -> forms.once(form, () -> drafts.send(head, report, sheet, content(report, sheet, form)));
                case SAVE -> {
                    var writing = forms.valid(form, WritingSheet.writing(sheet, form));
                    yield forms.once(form, () -> drafts.save(head, report, sheet, writing));
                }
                default -> shown(200, head, report, sheet, form);
            };
        } catch (Problem p) {
            if (!Heads.isOfForm(p)) {
                throw p;
            }
            return shown(
                    p.status(), head, report, sheet, Form.of(sheet.values()).with(p));
        }
    }

    private Typed acted(Asked act, Typed sheet) {
        return switch (act.kind()) {
            case ADD -> WritingSheet.oneMore(sheet, act.list());
            case REMOVE -> WritingSheet.LISTS.contains(act.list()) ? sheet.without(act.list(), act.index()) : sheet;
            case CHECK, SAVE -> WritingSheet.packed(sheet);
            default -> sheet;
        };
    }

    /** What was typed, again; whoever saves it once more writes over what a colleague saved meanwhile, knowing it. */
    private Response shown(int status, Head head, @Nullable ReportView report, Typed sheet, Form form) {
        var draft = report == null ? null : drafts.of(head, report);
        return frames.page(
                status, Templates.write(frames.frame(), form, writer(head, report, draft, sheet, null, true)));
    }

    private Response checked(Head head, @Nullable ReportView report, Typed sheet, Form form) {
        var content = content(report, sheet, form);
        drafts.check(head, report, content);
        return frames.page(Templates.check(
                frames.frame(),
                form,
                new Answers(
                        head,
                        report,
                        head.path() + "/reports/" + (report == null ? "new" : report.key()),
                        report == null ? content.kind().text() : null,
                        content.writing(),
                        standings.now(head.pilotId()),
                        sheet.carried(
                                "kind",
                                "title",
                                "summary",
                                "selfRating",
                                "ratingReason",
                                "nextPlan",
                                "deviations.",
                                "risks.",
                                "issues.",
                                "draft",
                                "revision"))));
    }

    /** A new report's request says what kind it is, and must have what a periodic one can still lack in a draft. */
    private ReportDrafts.Content content(@Nullable ReportView report, Typed sheet, Form form) {
        var w = WritingSheet.writing(sheet, form);
        if (report != null) {
            return new ReportDrafts.Content(null, forms.valid(form, w));
        }
        var made = forms.valid(
                form,
                new NewReport(
                        form.one(ReportKind.class, "kind"),
                        w.title(),
                        w.summary(),
                        w.selfRating(),
                        w.ratingReason(),
                        w.nextPlan(),
                        w.deviations(),
                        w.risks(),
                        w.issues()));
        return new ReportDrafts.Content(made.kind(), w);
    }

    private Writer writer(
            Head head, @Nullable ReportView report, @Nullable DraftView draft, Typed sheet, @Nullable String done) {
        return writer(head, report, draft, sheet, done, false);
    }

    private Writer writer(
            Head head,
            @Nullable ReportView report,
            @Nullable DraftView draft,
            Typed sheet,
            @Nullable String done,
            boolean typed) {
        return new Writer(
                head,
                report,
                draft == null || draft.content() == null ? null : draft,
                done,
                standings.now(head.pilotId()),
                numbers(sheet, "deviations"),
                numbers(sheet, "risks"),
                numbers(sheet, "issues"),
                UNASKED,
                RATINGS,
                LEVELS,
                typed);
    }

    private static List<Integer> numbers(Typed sheet, String list) {
        return IntStream.range(0, sheet.size(list)).boxed().toList();
    }
}
