package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.AlertInbox;
import io.pilotwatch.compliancealert.AlertInbox.Box;
import io.pilotwatch.compliancealert.AlertInbox.Item;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.pages.BulkAnswer.Request;
import io.pilotwatch.compliancealert.pages.BulkAnswer.Result;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The alerts that somebody works through, most urgent first, one by one or many at once. */
@Path("/compliance-alert/inbox")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class InboxPages {

    private static final int ON_A_PAGE = 25;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance inbox(
                Frame frame, Form form, InboxQuery query, View view, Page<Item> page, List<Result> results);
    }

    /**
     * What the page has beside the alerts.
     *
     * @param answers whether the reader may answer alerts at all
     */
    record View(
            List<Tab> tabs,
            Box box,
            List<Named> fields,
            List<Named> rules,
            List<Named> severities,
            List<Named> acts,
            boolean answers) {

        /** The group as the address has it. */
        public String group() {
            return box.name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is the group of what waits for the reader's agencies. */
        public boolean isMine() {
            return box == Box.MINE;
        }
    }

    /** A group and how many it has. */
    record Tab(Word label, String address, int count, boolean here) {
        public boolean isMany() {
            return count >= AlertInbox.MOST_COUNTED;
        }
    }

    private final Frames frames;
    private final Forms forms;
    private final AlertInbox inbox;
    private final BulkAnswer bulk;

    InboxPages(Frames frames, Forms forms, AlertInbox inbox, BulkAnswer bulk) {
        this.frames = frames;
        this.forms = forms;
        this.inbox = inbox;
        this.bulk = bulk;
    }

    /**
     * A group of alerts.
     *
     * @param done what was just done to {@code alert}
     */
    @GET
    public Response inbox(
            @BeanParam InboxQuery query,
            @QueryParam("done") String done,
            @QueryParam("alert") List<String> alertIds,
            @Context UriInfo uri) {
        var act = BulkAnswer.Act.named(done);
        var results = act == null || alertIds.isEmpty()
                ? List.<Result>of()
                : inbox.these(frames.caller(), alertIds).stream()
                        .map(item -> Result.done(item, act))
                        .toList();
        return page(200, Form.empty(), query, results, uri);
    }

    /** Acknowledges, dismisses or waives all that are ticked; what is refused stays ticked, with the reason. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@BeanParam InboxQuery query, @Context UriInfo uri) {
        var form = forms.read();
        try {
            var request = forms.valid(form, Request.of(form)).checked();
            var results = bulk.answer(frames.caller(), form, request);
            var refused = results.stream().filter(r -> r.refused() != null).toList();
            return refused.isEmpty()
                    ? Response.seeOther(URI.create(query.answered(request))).build()
                    : page(409, Form.of(request.values(ids(refused))).with(refusal()), query, results, uri);
        } catch (Problem problem) {
            return page(problem.status(), form.with(problem), query, List.of(), uri);
        }
    }

    private static Problem refusal() {
        return new Problem(409, "SOME_REFUSED", Word.SOME_REFUSED.text());
    }

    private static List<String> ids(List<Result> results) {
        return results.stream().map(Result::alertId).toList();
    }

    private Response page(int status, Form form, InboxQuery query, List<Result> results, UriInfo uri) {
        var caller = frames.caller();
        var counts = inbox.counts(caller, query.filter());
        var box = query.boxOr(usual(caller, query, counts));
        var found = inbox.list(caller, box, query.filter(), Page.after(query.cursor()), ON_A_PAGE + 1);
        return frames.page(
                status,
                Templates.inbox(
                        frames.frame(),
                        form,
                        query,
                        view(caller, box, query, counts),
                        Page.of(found, ON_A_PAGE, AlertInbox::sortKey, uri),
                        results));
    }

    /** What waits for the reader; whoever looks for something, such as one pilot, is shown it wherever it is. */
    private Box usual(Caller caller, InboxQuery query, Map<Box, Integer> counts) {
        boolean asked = !caller.agencies(frames.programme()).isEmpty();
        return asked && (!query.isNarrowed() || counts.get(Box.MINE) > 0) ? Box.MINE : Box.OPEN;
    }

    private View view(Caller caller, Box box, InboxQuery query, Map<Box, Integer> counts) {
        boolean asked = !caller.agencies(frames.programme()).isEmpty();
        var tabs = Arrays.stream(Box.values())
                .filter(b -> b != Box.MINE || asked)
                .map(b -> new Tab(label(b), query.in(b), counts.get(b), b == box))
                .toList();
        return new View(
                tabs, box, fields(caller), rules(), severities(), BulkAnswer.Act.options(), mayAnswer(caller, box));
    }

    private static boolean mayAnswer(Caller caller, Box box) {
        return box != Box.CLOSED && (caller.is(Caller.REGULATOR) || caller.is(Caller.PROGRAMME_OFFICE));
    }

    private static Word label(Box box) {
        return switch (box) {
            case MINE -> Word.WAITS_FOR_US;
            case OPEN -> Word.OPEN;
            case ACKNOWLEDGED -> Word.ACKNOWLEDGED;
            case MUTED -> Word.MUTED;
            case CLOSED -> Word.OVER;
        };
    }

    private List<Named> fields(Caller caller) {
        return frames.programme().fields().stream()
                .filter(f -> caller.seesAll()
                        || !caller.is(Caller.REGULATOR)
                        || caller.fields().contains(f.code()))
                .map(f -> new Named(f.code(), f.name()))
                .toList();
    }

    private List<Named> rules() {
        return Rules.ALL.stream()
                .filter(rule -> !frames.programme().thresholds(rule.name()).isEmpty())
                .map(rule -> new Named(rule.name(), rule.title()))
                .toList();
    }

    private static List<Named> severities() {
        return Arrays.stream(Severity.values())
                .map(s -> new Named(s.name(), s.text()))
                .toList()
                .reversed();
    }
}
