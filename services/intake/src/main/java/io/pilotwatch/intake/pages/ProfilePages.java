package io.pilotwatch.intake.pages;

import io.pilotwatch.intake.Person;
import io.pilotwatch.intake.PilotDesk;
import io.pilotwatch.intake.PilotResource.Profile;
import io.pilotwatch.intake.PilotView;
import io.pilotwatch.intake.core.Contact;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Problem.Fault;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What a pilot's own people state of it: scenarios and contacts. */
@Path("/intake/register/{pilotId: [\\w-]+}/profile")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class ProfilePages {

    /** Places for contacts on the page: those that there are, and some more. */
    private static final int PLACES = 3;

    private static final int MOST = 20;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(Frame frame, Form form, PilotView pilot, List<Integer> places);
    }

    private final PilotDesk desk;
    private final Frames frames;
    private final Forms forms;

    ProfilePages(PilotDesk desk, Frames frames, Forms forms) {
        this.desk = desk;
        this.frames = frames;
        this.forms = forms;
    }

    /** As it stands. */
    @GET
    public Response edit(@PathParam("pilotId") String pilotId) {
        var pilot = own(pilotId);
        var values = new HashMap<String, Object>();
        values.put("version", pilot.version());
        values.put("scenarios", String.join("\n", pilot.scenarios()));
        List<Contact> contacts = pilot.contacts();
        for (int i = 0; i < contacts.size(); i++) {
            var person = contacts.get(i);
            values.put("contacts." + i + ".name", person.name());
            values.put("contacts." + i + ".role", person.role());
            values.put("contacts." + i + ".phone", person.phone());
            values.put("contacts." + i + ".email", person.email());
        }
        return page(200, pilot, Form.of(values));
    }

    /** States it anew, unless somebody else has meanwhile. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("pilotId") String pilotId) {
        var form = forms.read();
        var pilot = own(pilotId);
        try {
            var profile = profile(form, places(pilot).size());
            var meant = form.text("version");
            return forms.once(form, () -> {
                desk.step(frames.caller(), pilotId, profile.step(), version -> requireMeant(meant, version));
                return StepPages.at(pilotId) + "?done=amendment";
            });
        } catch (Problem p) {
            return page(p.status(), pilot, form.with(p));
        }
    }

    private static void requireMeant(String meant, long version) {
        if (!Long.toString(version).equals(meant)) {
            throw new Problem(412, "STALE", RegisterWord.STALE.text());
        }
    }

    /** Contacts keep their places, so that a fault is told where it is. */
    private Profile profile(Form form, int places) {
        var people = IntStream.range(0, places).mapToObj(i -> person(form, i)).toList();
        var scenarios = SectionForms.lines(form.text("scenarios"));
        try {
            var nobody = new Person("-", null, null, null);
            forms.valid(
                    form,
                    new Profile(
                            scenarios,
                            people.stream().map(p -> p == null ? nobody : p).toList()));
        } catch (Problem p) {
            // All scenarios are one field here.
            var faults = p.faults().stream()
                    .map(f -> f.pointer().startsWith("/scenarios") ? new Fault("/scenarios", f.text()) : f)
                    .distinct()
                    .toList();
            throw new Problem(p.status(), p.code(), p.text(), faults);
        }
        return new Profile(scenarios, people.stream().filter(Objects::nonNull).toList());
    }

    /** Null where nothing is filled in. */
    private static Person person(Form form, int place) {
        var at = "contacts." + place + ".";
        var person = new Person(
                form.text(at + "name"), form.text(at + "role"), form.text(at + "phone"), form.text(at + "email"));
        return person.equals(new Person(null, null, null, null)) ? null : person;
    }

    private PilotView own(String pilotId) {
        var pilot = desk.look(frames.caller(), pilotId);
        if (!RegisterOffers.mayAmend(pilot, frames.caller())) {
            throw Problem.foreign(pilotId);
        }
        return pilot;
    }

    private static List<Integer> places(PilotView pilot) {
        int places = Math.min(MOST, Math.max(PLACES, pilot.contacts().size() + 1));
        return IntStream.range(0, places).boxed().toList();
    }

    private Response page(int status, PilotView pilot, Form form) {
        return frames.page(status, Templates.edit(frames.frame(), form, pilot, places(pilot)));
    }
}
