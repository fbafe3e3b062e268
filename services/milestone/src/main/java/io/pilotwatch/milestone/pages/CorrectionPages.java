package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.indicator.IndicatorDesk;
import io.pilotwatch.milestone.indicator.IndicatorResource;
import io.pilotwatch.milestone.indicator.IndicatorView;
import io.pilotwatch.milestone.indicator.core.Series.Input;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Where a team corrects the value of one indicator in one period; the value before stays on record. */
@Path("/milestone/pilots/{pilotId: [\\w-]+}/indicators/{code: [a-z0-9-]+}/corrections/{period: [\\w-]+}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class CorrectionPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "IndicatorPages")
    static class Templates {
        static native TemplateInstance correct(
                Frame frame, Form form, Head head, IndicatorView indicator, IndicatorView.Value value);

        static native TemplateInstance checkCorrection(
                Frame frame,
                Form form,
                Head head,
                IndicatorView indicator,
                IndicatorView.Value value,
                IndicatorResource.Correction correction);
    }

    private final IndicatorDesk desk;
    private final Heads heads;
    private final Forms forms;
    private final Frames frames;

    CorrectionPages(IndicatorDesk desk, Heads heads, Forms forms, Frames frames) {
        this.desk = desk;
        this.heads = heads;
        this.forms = forms;
        this.frames = frames;
    }

    /** The form. */
    @GET
    public Response correct(
            @PathParam("pilotId") String pilotId, @PathParam("code") String code, @PathParam("period") String period) {
        var head = heads.write(pilotId);
        return form(200, Form.empty(), head, code, period);
    }

    private Response form(int status, Form form, Head head, String code, String period) {
        var indicator = desk.look(heads.caller(), head.pilotId(), code);
        return frames.page(status, Templates.correct(frames.frame(), form, head, indicator, value(indicator, period)));
    }

    private static IndicatorView.Value value(IndicatorView indicator, String period) {
        return indicator.series().stream()
                .filter(v -> v.period().code().equals(period))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(period));
    }

    /** Whatever a button of the form or of the answers asks for. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(
            @PathParam("pilotId") String pilotId, @PathParam("code") String code, @PathParam("period") String period) {
        var head = heads.write(pilotId);
        var sent = forms.read();
        var act = Asked.of(sent);
        var form = Form.of(new Typed(sent.values()).values());
        try {
            return switch (act.kind()) {
                case CHECK -> checked(form, head, code, period);
                case SEND -> {
                    var correction = correction(form, period);
                    yield forms.once(form, () -> {
                        correct(head, code, correction);
                        return head.path() + "/indicators/" + code + "?done=corrected";
                    });
                }
                default -> form(200, form, head, code, period);
            };
        } catch (Problem p) {
            if (!Heads.isOfForm(p)) {
                throw p;
            }
            return form(p.status(), form.with(p), head, code, period);
        }
    }

    private IndicatorResource.Correction correction(Form form, String period) {
        return forms.valid(form, new IndicatorResource.Correction(period, form.decimal("value"), form.text("reason")));
    }

    /** Tried and taken back, so that whatever would be refused is told before it is sent. */
    private Response checked(Form form, Head head, String code, String period) {
        var correction = correction(form, period);
        QuarkusTransaction.begin();
        try {
            correct(head, code, correction);
        } finally {
            QuarkusTransaction.rollback();
        }
        var indicator = desk.look(heads.caller(), head.pilotId(), code);
        return frames.page(
                Templates.checkCorrection(frames.frame(), form, head, indicator, value(indicator, period), correction));
    }

    private void correct(Head head, String code, IndicatorResource.Correction c) {
        desk.decide(
                heads.caller(), head.pilotId(), code, new Input.Correct(c.period(), c.value(), c.reason()), List.of());
    }
}
