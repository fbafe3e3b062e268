package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.AlertFile;
import io.pilotwatch.compliancealert.AlertFiles;
import io.pilotwatch.compliancealert.AlertResource.Acknowledgement;
import io.pilotwatch.compliancealert.AlertResource.Comment;
import io.pilotwatch.compliancealert.AlertResource.Dismissal;
import io.pilotwatch.compliancealert.RectificationResource.Order;
import io.pilotwatch.compliancealert.WaiverResource.Grant;
import io.pilotwatch.compliancealert.pages.AlertActs.Scope;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** One alert: what is wrong and why, who was told and what they answered, and what can be done about it. */
@Path("/compliance-alert/alerts/{alertId}")
@Produces(MediaType.TEXT_HTML)
public class AlertPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance alert(Frame frame, Form form, AlertFile file, Word done);

        static native TemplateInstance act(
                Frame frame, Form form, AlertFile file, Deed deed, List<Named> scopes, LocalDate deadline);
    }

    private final Frames frames;
    private final Forms forms;
    private final AlertFiles files;
    private final AlertActs acts;

    AlertPages(Frames frames, Forms forms, AlertFiles files, AlertActs acts) {
        this.frames = frames;
        this.forms = forms;
        this.files = files;
        this.acts = acts;
    }

    /** The alert. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response alert(@PathParam("alertId") String alertId, @QueryParam("done") String done) {
        var file = files.open(frames.caller(), alertId);
        return frames.page(Templates.alert(
                frames.frame(),
                Form.empty(),
                file,
                Deed.named(done).map(Deed::done).orElse(null)));
    }

    /** The form of one of the things that can be done about it. */
    @GET
    @Path("/{deed: acknowledge|comment|dismiss|waive|rectify}")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response form(@PathParam("alertId") String alertId, @PathParam("deed") String deed) {
        return act(200, alertId, deed, Form.of(Map.of("scope", Scope.THIS)));
    }

    /** Does it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("/{deed: acknowledge|comment|dismiss|waive|rectify}")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response send(@PathParam("alertId") String alertId, @PathParam("deed") String deed) {
        var form = forms.read();
        try {
            return switch (Deed.named(deed).orElseThrow()) {
                case ACKNOWLEDGE -> acknowledge(form, alertId);
                case COMMENT -> comment(form, alertId);
                case DISMISS -> dismiss(form, alertId);
                case WAIVE -> waive(form, alertId);
                case RECTIFY -> rectify(form, alertId);
            };
        } catch (Problem problem) {
            return act(problem.status(), alertId, deed, form.with(problem));
        }
    }

    private Response act(int status, String alertId, String deed, Form form) {
        var file = files.open(frames.caller(), alertId);
        return frames.page(
                status,
                Templates.act(
                        frames.frame(),
                        form,
                        file,
                        Deed.named(deed).orElseThrow(),
                        scopes(file),
                        frames.programme().deadline()));
    }

    private Response acknowledge(Form form, String alertId) {
        var request = forms.valid(form, new Acknowledgement(form.text("note")));
        return once(
                form,
                alertId,
                Deed.ACKNOWLEDGE,
                () -> acts.acknowledge(frames.caller(), alertId, request.note(), seen(form)));
    }

    private Response comment(Form form, String alertId) {
        var request = forms.valid(form, new Comment(form.text("comment")));
        return once(form, alertId, Deed.COMMENT, () -> acts.comment(frames.caller(), alertId, request.comment()));
    }

    private Response dismiss(Form form, String alertId) {
        var request = forms.valid(form, new Dismissal(form.text("reason")));
        return once(
                form,
                alertId,
                Deed.DISMISS,
                () -> acts.dismiss(frames.caller(), alertId, request.reason(), seen(form)));
    }

    private Response waive(Form form, String alertId) {
        var alert = files.open(frames.caller(), alertId).alert();
        var scope = form.one(Scope.class, "scope");
        var lastDay = form.day("until");
        var request =
                forms.valid(form, new Grant(alert.rule().code(), alert.subject(), form.text("reason"), end(lastDay)));
        return once(
                form,
                alertId,
                Deed.WAIVE,
                () -> acts.waive(
                        frames.caller(), alert, scope == null ? Scope.THIS : scope, request.reason(), lastDay));
    }

    private @Nullable OffsetDateTime end(@Nullable LocalDate lastDay) {
        Programme programme = frames.programme();
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(programme.zone()).toOffsetDateTime();
    }

    private Response rectify(Form form, String alertId) {
        var pilotId = files.open(frames.caller(), alertId).alert().pilotId();
        var request = forms.valid(form, new Order(form.text("demand"), form.day("due")));
        return forms.once(
                form,
                () -> "/compliance-alert/rectifications/"
                        + acts.order(frames.caller(), pilotId, request.demand(), request.due())
                                .rectificationId()
                        + "?done=ordered");
    }

    private Response once(Form form, String alertId, Deed deed, Runnable act) {
        return forms.once(form, () -> {
            act.run();
            return "/compliance-alert/alerts/" + alertId + "?done=" + deed.path();
        });
    }

    private static @Nullable Long seen(Form form) {
        return form.read("revision", Long::valueOf, Word.CHANGED_MEANWHILE.text());
    }

    private static List<Named> scopes(AlertFile file) {
        var rule = file.alert().rule().name();
        var subject = file.subject();
        return List.of(
                new Named(
                        Scope.THIS.name(),
                        new Text(
                                "仅此项：%s（%s）".formatted(rule.zh(), subject.zh()),
                                "This alone: %s (%s)".formatted(rule.en(), subject.en()))),
                new Named(
                        Scope.RULE.name(),
                        new Text(
                                "该试点的全部“%s”预警".formatted(rule.zh()),
                                "All alerts of the pilot of this rule: %s".formatted(rule.en()))),
                new Named(Scope.ALL.name(), Word.SCOPE_ALL.text()));
    }
}
