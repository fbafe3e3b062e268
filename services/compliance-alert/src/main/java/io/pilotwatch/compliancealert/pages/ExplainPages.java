package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.Explained;
import io.pilotwatch.compliancealert.Explanations;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;

/** Why there was an alert at an instant, or none: for a regulator who must prove who knew what when. To be printed, too. */
@Path("/compliance-alert/explain")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
public class ExplainPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance explain(
                Frame frame, Form form, List<Named> agencies, @Nullable Explained explained);
    }

    private final Frames frames;
    private final Explanations explanations;

    ExplainPages(Frames frames, Explanations explanations) {
        this.frames = frames;
        this.explanations = explanations;
    }

    /**
     * Without a pilot it asks for one.
     *
     * @param at a date and time of the programme's zone, as browsers write it, or with an offset; now where it is left out
     * @param regulator an agency's code: only what was sent to it; all where it is left out
     */
    @GET
    public Response explain(
            @QueryParam("pilotId") String pilotId,
            @QueryParam("at") String at,
            @QueryParam("regulator") String regulator) {
        var form = form(pilotId, at, regulator);
        if (form.text("pilotId") == null) {
            return page(200, form, null);
        }
        try {
            var instant = instant(form.text("at"));
            var explained = explanations.of(frames.caller(), form.text("pilotId"), form.text("regulator"), instant);
            return page(200, form, explained);
        } catch (Problem problem) {
            return page(problem.status(), form.with(problem), null);
        }
    }

    private static Form form(String pilotId, String at, String regulator) {
        var values = new HashMap<String, String>();
        values.put("pilotId", pilotId);
        values.put("at", at);
        values.put("regulator", regulator);
        return Form.of(values);
    }

    private @Nullable Instant instant(@Nullable String at) {
        if (at == null) {
            return null;
        }
        try {
            return at.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                    ? OffsetDateTime.parse(at).toInstant()
                    : LocalDateTime.parse(at).atZone(frames.programme().zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badParameter("at", Word.NOT_A_MOMENT.text());
        }
    }

    private Response page(int status, Form form, @Nullable Explained explained) {
        var today = explanations.today();
        var agencies = frames.programme().agencies().stream()
                .map(a -> new Named(a.code(), a.nameOn(today)))
                .toList();
        return frames.page(status, Templates.explain(frames.frame(), form, agencies, explained));
    }
}
