package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.intake.EntryView;
import io.pilotwatch.intake.Parameters;
import io.pilotwatch.intake.PilotDesk;
import io.pilotwatch.intake.PilotView;
import io.pilotwatch.intake.RegisterFilter;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Words;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The register: all pilots that the reader may see, and each with its history and what may be done with it. */
@Path("/intake/register")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class RegisterPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Frame frame, Asked asked, List<Choice> choices, Page<PilotView> page);

        static native TemplateInstance show(Frame frame, PilotView pilot, Shelf shelf, @Nullable Done done);
    }

    /** A filter: its parameter, what it is called, what there is to choose from, and what was chosen. */
    record Choice(
            String name,
            RegisterWord label,
            List<Named> options,
            @Nullable String chosen) {}

    /** What stands beside a pilot, for this reader. */
    record Shelf(List<Offer> offers, List<EntryView> history, boolean mayRevoke) {

        /** The pilot's page's address. */
        public String at(PilotView pilot) {
            return StepPages.at(pilot.pilotId());
        }
    }

    /** What the register is asked for. */
    public static class Asked {
        @QueryParam("state")
        String state;

        @QueryParam("kind")
        String kind;

        @QueryParam("field")
        String field;

        @QueryParam("synthetic")
        String synthetic;

        @Words
        @Size(max = 200)
        @QueryParam("region")
        String region;

        @Words
        @Size(max = 200)
        @QueryParam("q")
        String q;

        @QueryParam("cursor")
        String cursor;

        private RegisterFilter filter() {
            return new RegisterFilter(
                    Parameters.oneOf("state", PilotState.class, stated(state)),
                    stated(kind).orElse(null),
                    stated(field).orElse(null),
                    stated(region).orElse(null),
                    stated(synthetic)
                            .map(value -> Parameters.flag("synthetic", value))
                            .orElse(null),
                    stated(q).map(String::strip).orElse(null));
        }

        /** What is searched for; empty for nothing. */
        public String sought() {
            return stated(q).orElse("");
        }

        /** The region that is wanted; empty for any. */
        public String within() {
            return stated(region).orElse("");
        }

        /** Whether it is the first page of all there is. */
        public boolean isOpen() {
            return cursor == null && filter().equals(new RegisterFilter(null, null, null, null, null, null));
        }

        /** Whether it is a first page. */
        public boolean isFirst() {
            return cursor == null;
        }

        private static Optional<String> stated(@Nullable String value) {
            return Optional.ofNullable(value).filter(v -> !v.isBlank());
        }
    }

    private final PilotDesk desk;
    private final Frames frames;

    RegisterPages(PilotDesk desk, Frames frames) {
        this.desk = desk;
        this.frames = frames;
    }

    /** The register. */
    @GET
    public Response list(@Valid @BeanParam Asked asked, @Context UriInfo uri) {
        var page = desk.list(frames.caller(), asked.filter(), asked.cursor, Page.limit(null), uri);
        return frames.page(Templates.list(frames.frame(), asked, choices(asked), page));
    }

    private List<Choice> choices(Asked asked) {
        var programme = frames.programme();
        var states = Arrays.stream(PilotState.values()).map(s -> new Named(s.name(), s.text()));
        var fields = programme.fields().stream().map(f -> new Named(f.code(), f.name()));
        var kinds = programme.kinds().stream().map(k -> new Named(k.code(), k.name()));
        var madeUp = List.of(
                new Named("true", RegisterWord.MADE_UP_YES.text()), new Named("false", RegisterWord.MADE_UP_NO.text()));
        return List.of(
                new Choice("state", RegisterWord.STATE, states.toList(), asked.state),
                new Choice("field", RegisterWord.FIELD, fields.toList(), asked.field),
                new Choice("kind", RegisterWord.KIND, kinds.toList(), asked.kind),
                new Choice("synthetic", RegisterWord.MADE_UP, madeUp, asked.synthetic));
    }

    /** One pilot. */
    @GET
    @Path("/{pilotId: [\\w-]+}")
    public Response show(@PathParam("pilotId") String pilotId, @QueryParam("done") String done) {
        var caller = frames.caller();
        var pilot = desk.look(caller, pilotId);
        var history = desk.history(caller, pilotId, 0, Page.LARGEST).reversed();
        boolean mayRevoke = RegisterOffers.isOf(pilot, caller) || caller.is(Caller.PROGRAMME_OFFICE);
        var shelf = new Shelf(RegisterOffers.of(pilot, caller), history, mayRevoke);
        var told = done == null ? null : Done.of(done.equals("approval") ? done : "pilot-" + done);
        return frames.page(Templates.show(frames.frame(), pilot, shelf, told));
    }
}
