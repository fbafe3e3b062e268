package io.pilotwatch.reporting.pages;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.pilotwatch.reporting.Filters;
import io.pilotwatch.reporting.PilotItem;
import io.pilotwatch.reporting.savedview.SavedViewResource.Wanted;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** The list of pilots, by the same filters as in the API, and the filters that are kept under names. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class PilotListPages {

    /** The template, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pilots(
                Frame frame,
                Days days,
                Choices choices,
                Found found,
                List<KeptFilters.View> views,
                Form form,
                String query,
                String done,
                List<TakeAway> takeAway);
    }

    /**
     * What was found.
     *
     * @param total how many match, on this page or another
     * @param first whether this is the first page
     * @param version changes whenever there is something new to show; empty for a day that is over
     */
    record Found(Page<PilotItem> page, long total, boolean first, String version) {}

    private final FoundPilots found;
    private final KeptFilters kept;
    private final Frames frames;
    private final Forms forms;

    PilotListPages(FoundPilots found, KeptFilters kept, Frames frames, Forms forms) {
        this.found = found;
        this.kept = kept;
        this.frames = frames;
        this.forms = forms;
    }

    /** The list. */
    @GET
    @Path("/reporting/pilots")
    public Response pilots(
            @BeanParam Filters filters,
            @QueryParam("asOf") String day,
            @QueryParam("cursor") String cursor,
            @QueryParam("done") String done,
            @Context UriInfo uri) {
        return frames.page(page(filters, day, cursor, uri, Form.empty(), done));
    }

    /** Keeps the list's filters under a name. */
    @POST
    @Path("/reporting/pilots")
    public Response save(@BeanParam Filters filters, @QueryParam("asOf") String day, @Context UriInfo uri) {
        var form = forms.read();
        try {
            var wanted = forms.valid(form, new Wanted(form.text("name"), form.ticked("shared"), filters));
            return forms.once(form, () -> kept.save(wanted));
        } catch (Problem p) {
            return frames.page(p.status(), page(filters, day, null, uri, form.with(p), null));
        }
    }

    /** Keeps them no more. */
    @POST
    @Path("/reporting/saved-views/{viewId}/delete")
    public Response delete(@PathParam("viewId") UUID id) {
        return forms.once(forms.read(), () -> kept.delete(id));
    }

    private TemplateInstance page(Filters filters, String day, String cursor, UriInfo uri, Form form, String done) {
        var days = found.days(day);
        return Templates.pilots(
                frames.frame(),
                days,
                found.choices(filters, days),
                found.page(filters, days, cursor, uri),
                kept.views(),
                form,
                days.query(filters.given()),
                done,
                TakeAway.tables(days.query(filters.given())));
    }
}
