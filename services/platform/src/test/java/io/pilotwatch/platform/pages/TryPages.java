package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A page with a form that has every kind of field, and one that takes a file. */
@Path("/platform/try/{name}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Caller.PILOT_TEAM, Caller.PROGRAMME_OFFICE})
public class TryPages {

    static final Map<String, Integer> DONE = new ConcurrentHashMap<>();

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(Frame frame, Form form, List<Named> ratings);
    }

    record Request(
            @NotNull @Min(0) @Max(100) Integer percent,
            @NotNull LocalDate due,
            @Words String note,
            Rating rating) {}

    private static final List<Named> RATINGS =
            List.of(new Named("GREEN", new Text("正常", "on track")), new Named("RED", new Text("严重滞后", "off track")));

    private final Frames frames;
    private final Forms forms;

    TryPages(Frames frames, Forms forms) {
        this.frames = frames;
        this.forms = forms;
    }

    @GET
    public Response show() {
        return frames.page(Templates.form(frames.frame(), Form.of(Map.of("percent", 40, "rating", "RED")), RATINGS));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("name") String name) {
        var form = forms.read();
        try {
            var request = forms.valid(
                    form,
                    new Request(
                            form.whole("percent"),
                            form.day("due"),
                            form.text("note"),
                            form.one(Rating.class, "rating")));
            return forms.once(form, () -> {
                DONE.merge(name + " " + request.note(), 1, Integer::sum);
                return "/platform/try/" + name + "?done=taken";
            });
        } catch (Problem problem) {
            return frames.page(problem.status(), Templates.form(frames.frame(), form.with(problem), RATINGS));
        }
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@PathParam("name") String name, @RestForm("file") FileUpload file) {
        if (file == null) {
            throw new Problem(422, "FILE_MISSING", new Text("请选择文件。", "Choose a file."));
        }
        DONE.merge(name + " " + file.fileName(), 1, Integer::sum);
        return Response.noContent().build();
    }
}
