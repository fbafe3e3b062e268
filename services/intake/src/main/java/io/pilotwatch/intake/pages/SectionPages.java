package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.ApplicationDesk;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.intake.core.IntakeRefusal;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parts of an application, a page each: each can be saved as far as it is. */
@Path("/intake/applications/{pilotId: [\\w-]+}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class SectionPages {

    private static final String NAMES = "{section: kind|fields|applicant|contact|summary|scenarios}";

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance kind(Frame frame, Form form, Part part);

        static native TemplateInstance fields(Frame frame, Form form, Part part);

        static native TemplateInstance applicant(Frame frame, Form form, Part part);

        static native TemplateInstance contact(Frame frame, Form form, Part part);

        static native TemplateInstance summary(Frame frame, Form form, Part part);

        static native TemplateInstance scenarios(Frame frame, Form form, Part part);
    }

    /** What a part's page needs to know of the application and the programme. */
    record Part(
            ApplicationView a,
            Section section,
            Programme programme,
            @Nullable Done done) {

        public String action() {
            return ApplicationPages.at(a.pilotId()) + "/" + section.path();
        }

        public String home() {
            return ApplicationPages.at(a.pilotId());
        }

        public Word title() {
            return section.title;
        }

        /** The kinds that there are. */
        public List<Named> kinds() {
            return programme.kinds().stream()
                    .map(k -> new Named(k.code(), k.name()))
                    .toList();
        }

        /** The fields that there are. */
        public List<Named> fields() {
            return programme.fields().stream()
                    .map(f -> new Named(f.code(), f.name()))
                    .toList();
        }

        /** The fields that have parts. */
        public List<Programme.Field> parted() {
            return programme.fields().stream().filter(f -> !f.tags().isEmpty()).toList();
        }

        /** Whether one field is to be chosen, and no more. */
        public boolean oneField() {
            return a.kind() != null && !programme.coversFields(a.kind().code());
        }

        public List<Named> levels() {
            return programme.admission().levels();
        }

        /** The levels that applicants of this kind have in principle; empty where any has. */
        public String usual(Locale l) {
            var codes = a.kind() == null
                    ? List.<String>of()
                    : programme
                            .kind(a.kind().code())
                            .map(Programme.Kind::usualLevels)
                            .orElse(List.of());
            return Shown.listed(
                    levels().stream().filter(n -> codes.contains(n.code())).toList(), l);
        }
    }

    private final ApplicationDesk desk;
    private final SectionForms sections;
    private final Frames frames;
    private final Forms forms;

    SectionPages(ApplicationDesk desk, SectionForms sections, Frames frames, Forms forms) {
        this.desk = desk;
        this.sections = sections;
        this.frames = frames;
        this.forms = forms;
    }

    /** A part as it stands. */
    @GET
    @Path(NAMES)
    public Response show(
            @PathParam("pilotId") String pilotId, @PathParam("section") String name, @QueryParam("done") String done) {
        var a = inHand(pilotId);
        var section = Section.of(name);
        var part = new Part(a, section, frames.programme(), Done.of(done));
        return page(200, part, SectionForms.of(a, section));
    }

    /** Saves a part; where the sender goes on, it has to be whole. */
    @POST
    @Path(NAMES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("pilotId") String pilotId, @PathParam("section") String name) {
        var section = Section.of(name);
        var a = inHand(pilotId);
        var form = forms.read();
        try {
            var change = sections.read(section, form);
            boolean goesOn = !"later".equals(form.text("then"));
            return forms.once(form, () -> {
                var saved = desk.restate(frames.caller(), pilotId, change);
                if (goesOn) {
                    requireWhole(section, saved);
                }
                return onward(saved, section, goesOn) + "?done=" + section.path();
            });
        } catch (Problem p) {
            return page(p.status(), new Part(a, section, frames.programme(), null), form.with(p));
        }
    }

    private static void requireWhole(Section section, ApplicationView saved) {
        var missing = section.missing(saved);
        if (!missing.isEmpty()) {
            var first = missing.getFirst();
            throw new Problem(
                    422,
                    first.code(),
                    first.text(),
                    missing.stream()
                            .map(m -> new Problem.Fault(m.pointer(), m.text()))
                            .toList());
        }
    }

    /** To the next part that something is missing of, or back to the list of parts. */
    private static String onward(ApplicationView saved, Section section, boolean goesOn) {
        var home = ApplicationPages.at(saved.pilotId());
        return Arrays.stream(Section.values())
                .filter(next -> goesOn && next.ordinal() > section.ordinal() && next.progress(saved) != Word.DONE)
                .findFirst()
                .map(next -> home + "/" + next.path())
                .orElse(home);
    }

    /** The application while its applicant may still change it. */
    private ApplicationView inHand(String pilotId) {
        return requireInHand(desk.look(frames.caller(), pilotId), frames.caller());
    }

    static ApplicationView requireInHand(ApplicationView a, @Nullable Caller caller) {
        if (caller == null || !Offers.isOf(a, caller)) {
            throw Problem.foreign(a.pilotId());
        }
        var state = Offers.state(a);
        if (state != ApplicationState.DRAFT && state != ApplicationState.RETURNED) {
            throw Problem.of(IntakeRefusal.ALREADY_SUBMITTED);
        }
        return a;
    }

    private Response page(int status, Part part, Form form) {
        var frame = frames.frame();
        return frames.page(
                status,
                switch (part.section()) {
                    case KIND -> Templates.kind(frame, form, part);
                    case FIELDS -> Templates.fields(frame, form, part);
                    case APPLICANT -> Templates.applicant(frame, form, part);
                    case CONTACT -> Templates.contact(frame, form, part);
                    case SUMMARY -> Templates.summary(frame, form, part);
                    case SCENARIOS -> Templates.scenarios(frame, form, part);
                });
    }
}
