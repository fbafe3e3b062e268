package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.TaskBookChangeResource;
import io.pilotwatch.milestone.TaskBookDesk;
import io.pilotwatch.milestone.TaskBookView;
import io.pilotwatch.milestone.core.BookInput;
import io.pilotwatch.milestone.core.Draft;
import io.pilotwatch.milestone.decision.DecisionDesk;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Where a team writes its plan, the first one or another: the editor, the answers to check, and the sending. */
@Path("/milestone/pilots/{pilotId: [\\w-]+}/task-book/plan")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class PlanPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(Frame frame, Form form, PlanEditor page, @Nullable String done);

        static native TemplateInstance check(Frame frame, Form form, Check page);
    }

    /** The answers to check. */
    record Check(
            Head head,
            boolean change,
            List<PlannedMilestone> milestones,
            List<Goal> goals,
            List<PlanDifference> changes,
            @Nullable String reason,
            List<Map.Entry<String, String>> carried) {}

    private final TaskBookDesk desk;
    private final Heads heads;
    private final PlanDrafts drafts;
    private final Forms forms;
    private final Frames frames;

    PlanPages(TaskBookDesk desk, Heads heads, PlanDrafts drafts, Forms forms, Frames frames) {
        this.desk = desk;
        this.heads = heads;
        this.drafts = drafts;
        this.forms = forms;
        this.frames = frames;
    }

    /** The editor: with the plan that was returned, that of the programme's template, or the one in force. */
    @GET
    public Response edit(@PathParam("pilotId") String pilotId, @QueryParam("done") String done) {
        var head = heads.write(pilotId);
        var book = desk.stand(heads.caller(), pilotId);
        var draft = drafts.of(pilotId, book.revision());
        var sheet = draft == null ? begun(book).put("revision", book.revision()) : draft.typed();
        return frames.page(
                Templates.edit(frames.frame(), Form.of(sheet.values()), editor(head, book, sheet, draft, false), done));
    }

    private Goals goals() {
        return new Goals(frames.programme());
    }

    private Typed begun(TaskBookView book) {
        if (book.version() != null) {
            return PlanSheet.of(TaskBookPages.inForce(book), book.indicators());
        }
        return book.plan() == null
                ? PlanSheet.of(new Draft(null, null).first(frames.programme()).milestones(), List.of())
                : PlanSheet.of(book.plan().milestones(), book.plan().indicators());
    }

    /** Whatever a button of the editor or of the answers asks for. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@PathParam("pilotId") String pilotId) {
        var head = heads.write(pilotId);
        var book = desk.stand(heads.caller(), pilotId);
        var sent = forms.read();
        var act = Asked.of(sent);
        var sheet = acted(act, new Typed(sent.values()), book);
        var form = Form.of(sheet.values());
        if (act.kind() != Asked.Kind.DISCARD) {
            drafts.save(pilotId, sheet, heads.caller().name());
        }
        try {
            return switch (act.kind()) {
                case CHECK -> checked(head, book, sheet, form);
                case SEND -> sent(head, book, sheet, form);
                case SAVE -> forms.once(form, () -> head.path() + "/task-book/plan?done=saved");
                case DISCARD -> forms.once(form, () -> discarded(head));
                default -> edited(200, head, book, sheet, form);
            };
        } catch (Problem p) {
            if (!Heads.isOfForm(p)) {
                throw p;
            }
            var placed = PlanSheet.placed(p, sheet, frames.programme());
            return edited(p.status(), head, book, sheet, form.with(placed));
        }
    }

    private Response edited(int status, Head head, TaskBookView book, Typed sheet, Form form) {
        return frames.page(status, Templates.edit(frames.frame(), form, editor(head, book, sheet, null, true), null));
    }

    private String discarded(Head head) {
        drafts.forget(head.pilotId());
        return head.path() + "/task-book/plan?done=discarded";
    }

    private static Typed acted(Asked act, Typed sheet, TaskBookView book) {
        return switch (act.kind()) {
            case ADD ->
                sheet.size(PlanSheet.MILESTONES) < PlanEditor.MOST
                        ? PlanSheet.oneMore(sheet, PlanEditor.states(book).keySet())
                        : sheet;
            case REMOVE -> PlanSheet.without(sheet, act.index());
            default -> sheet;
        };
    }

    private Response checked(Head head, TaskBookView book, Typed sheet, Form form) {
        var input = input(book, sheet, form);
        desk.check(heads.caller(), head.pilotId(), input);
        var plan = draft(input);
        boolean change = book.version() != null;
        var changes = change
                ? PlanDifference.between(
                        TaskBookPages.inForce(book),
                        plan.milestones(),
                        book.indicators(),
                        plan.indicators(),
                        goals()::name)
                : List.<PlanDifference>of();
        return frames.page(Templates.check(
                frames.frame(),
                form,
                new Check(
                        head,
                        change,
                        plan.milestones(),
                        goals().of(plan.indicators()),
                        changes,
                        input.note(),
                        sheet.carried("milestones.", "indicators.", "reason", "revision"))));
    }

    private Response sent(Head head, TaskBookView book, Typed sheet, Form form) {
        var input = input(book, sheet, form);
        return forms.once(form, () -> {
            var made = desk.submit(
                    heads.caller(),
                    head.pilotId(),
                    input,
                    now -> DecisionDesk.requireSame(Long.parseLong(sheet.text("revision")), now));
            drafts.forget(head.pilotId());
            return head.path() + "/task-book?done=sent&receipt="
                    + made.receipt().sequence();
        });
    }

    private BookInput.OfTeam input(TaskBookView book, Typed sheet, Form form) {
        var plan = PlanSheet.proposed(sheet, form, frames.programme());
        if (!sheet.text("revision").matches("\\d{1,18}")) {
            throw new Problem(409, "STALE", DecisionDesk.CHANGED);
        }
        if (book.version() == null) {
            return new BookInput.Submit(forms.valid(form, plan).draft());
        }
        var change = forms.valid(
                form, new TaskBookChangeResource.Change(plan.milestones(), plan.indicators(), form.text("reason")));
        return new BookInput.RequestChange(plan.draft(), change.reason());
    }

    private static Draft draft(BookInput.OfTeam input) {
        return switch (input) {
            case BookInput.Submit in -> in.draft();
            case BookInput.RequestChange in -> in.draft();
        };
    }

    private PlanEditor editor(
            Head head, TaskBookView book, Typed sheet, @Nullable PlanDrafts.Kept draft, boolean typed) {
        return PlanEditor.of(head, book, sheet, frames.programme().benefits(), draft, typed);
    }
}
