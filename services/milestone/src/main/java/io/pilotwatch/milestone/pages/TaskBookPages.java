package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.BookStep;
import io.pilotwatch.milestone.MilestoneView;
import io.pilotwatch.milestone.TaskBookDesk;
import io.pilotwatch.milestone.TaskBookView;
import io.pilotwatch.milestone.VersionView;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A task book to read: what is in force, what waits, what the lead said, and each version with what it changed. */
@Path("/milestone/pilots/{pilotId: [\\w-]+}/task-book")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class TaskBookPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance book(
                Frame frame, Shown page, @Nullable String done, @Nullable Heads.Slip receipt);

        static native TemplateInstance version(
                Frame frame, Head head, VersionView version, List<Goal> goals, @Nullable List<PlanDifference> changes);
    }

    /**
     * What the page of a task book shows.
     *
     * @param no the lead's last word, where it was a no and nothing was submitted since; null otherwise
     * @param waiting the plan that waits for a decision or was given back, as its milestones; none where there is none
     * @param changes in what that differs from the plan in force
     */
    record Shown(
            Head head,
            TaskBookView book,
            List<MilestoneView> inForce,
            List<MilestoneView> cancelled,
            List<Goal> goals,
            @Nullable BookStep no,
            List<PlannedMilestone> waiting,
            List<Goal> waitingGoals,
            List<PlanDifference> changes,
            List<VersionView> versions,
            List<BookStep> steps) {

        /** Whether the team can write a first plan, again or for the first time. */
        public boolean canSubmit() {
            return head.canWrite()
                    && List.of("NONE", "RETURNED").contains(book.state().code());
        }

        /** Whether the team can ask for another plan. */
        public boolean canChange() {
            return head.canWrite() && book.state().code().equals("FILED");
        }

        /** By what the browser keeps what was typed. */
        public String draftName() {
            return "plan-" + head.pilotId();
        }

        /** Where the lead decides on what waits; null where nothing does, or another decides. */
        @Nullable
        public String decision() {
            return switch (book.state().code()) {
                case "SUBMITTED" -> head.lead() ? "/milestone/decisions/task-book/" + place() : null;
                case "CHANGE_REQUESTED" -> head.lead() ? "/milestone/decisions/change/" + place() : null;
                default -> null;
            };
        }

        private String place() {
            return head.pilotId() + "/" + book.plan().version();
        }
    }

    private final TaskBookDesk desk;
    private final Heads heads;
    private final Frames frames;

    TaskBookPages(TaskBookDesk desk, Heads heads, Frames frames) {
        this.desk = desk;
        this.heads = heads;
        this.frames = frames;
    }

    /** The task book as it stands. */
    @GET
    public Response book(
            @PathParam("pilotId") String pilotId,
            @QueryParam("done") String done,
            @QueryParam("receipt") Integer receipt) {
        var head = heads.see(pilotId);
        var slip = head.team() ? heads.receipt(pilotId, receipt) : null;
        return frames.page(Templates.book(frames.frame(), shown(head), done, slip));
    }

    private Goals goals() {
        return new Goals(frames.programme());
    }

    private Shown shown(Head head) {
        var caller = heads.caller();
        var book = desk.stand(caller, head.pilotId());
        var steps = desk.steps(caller, head.pilotId());
        var versions = desk.versions(caller, head.pilotId(), 0, Page.LARGEST);
        var plan = book.plan();
        return new Shown(
                head,
                book,
                book.milestones().stream().filter(m -> !isCancelled(m)).toList(),
                book.milestones().stream().filter(TaskBookPages::isCancelled).toList(),
                goals().of(book.indicators()),
                steps.stream().limit(1).filter(BookStep::isNo).findFirst().orElse(null),
                plan == null ? List.of() : plan.milestones(),
                plan == null ? List.of() : goals().of(plan.indicators()),
                plan == null || book.version() == null
                        ? List.of()
                        : changes(inForce(book), plan.milestones(), book.indicators(), plan.indicators()),
                versions.reversed(),
                steps);
    }

    private static boolean isCancelled(MilestoneView m) {
        return m.state().code().equals("CANCELLED");
    }

    /** The plan in force with the days that count now, as a change of it is compared. */
    static List<PlannedMilestone> inForce(TaskBookView book) {
        return book.milestones().stream()
                .filter(m -> !isCancelled(m))
                .map(m -> new PlannedMilestone(
                        m.milestoneId(), m.title(), m.due(), m.weight(), m.critical(), m.criterion(), m.dependsOn()))
                .toList();
    }

    private List<PlanDifference> changes(
            List<PlannedMilestone> before,
            List<PlannedMilestone> after,
            List<IndicatorTarget> targetsBefore,
            List<IndicatorTarget> targetsAfter) {
        return PlanDifference.between(before, after, targetsBefore, targetsAfter, goals()::name);
    }

    /** One version as it was accepted, with what it changed. */
    @GET
    @Path("/versions/{version: \\d{1,9}}")
    public Response version(@PathParam("pilotId") String pilotId, @PathParam("version") int number) {
        var head = heads.see(pilotId);
        var version = desk.version(heads.caller(), pilotId, number);
        List<PlanDifference> changes = null;
        if (number > 1) {
            var before = desk.version(heads.caller(), pilotId, number - 1);
            changes = changes(before.milestones(), version.milestones(), before.indicators(), version.indicators());
        }
        return frames.page(Templates.version(frames.frame(), head, version, goals().of(version.indicators()), changes));
    }
}
