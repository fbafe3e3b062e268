package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.ConductBoard;
import io.pilotwatch.compliancealert.ConductDesk;
import io.pilotwatch.compliancealert.ConductFlagView;
import io.pilotwatch.compliancealert.ConductReading;
import io.pilotwatch.compliancealert.ConductResource.Reason;
import io.pilotwatch.compliancealert.core.ConductState;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Problem.Fault;
import io.pilotwatch.platform.Words;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Conduct review: the flags by urgency, one with its words marked, and the decision on one or on several. */
@Path(ConductPages.PATH)
@Produces(MediaType.TEXT_HTML)
public class ConductPages {

    static final String PATH = "/compliance-alert/conduct";

    /** More cannot be looked at with care in one go. */
    private static final int MOST_AT_ONCE = 50;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance conduct(
                Frame frame,
                Form form,
                ConductFilters.Shown shown,
                Page<Line> page,
                boolean mayChoose,
                Map<String, Integer> undecided);

        static native TemplateInstance flag(
                Frame frame, Form form, ConductReading.Read read, FlagTimes times, @Nullable Next next, String done);

        static native TemplateInstance results(
                Frame frame, List<Result> results, long done, long left, @Nullable Next next);
    }

    /** A flag in the list. */
    record Line(ConductFlagView flag, List<String> fields, boolean toDecide, OffsetDateTime since) {}

    /** What is to be decided next. */
    record Next(ConductFlagView flag, int waiting) {}

    /** What became of one of several. */
    record Result(ConductFlagView flag, boolean done, DeskWord why) {}

    private final ConductBoard board;
    private final ConductReading reading;
    private final ConductDesk desk;
    private final Frames frames;
    private final Forms forms;

    ConductPages(ConductBoard board, ConductReading reading, ConductDesk desk, Frames frames, Forms forms) {
        this.board = board;
        this.reading = reading;
        this.desk = desk;
        this.frames = frames;
        this.forms = forms;
    }

    /** The list, what is to be decided first. */
    @GET
    @RolesAllowed({Caller.PILOT_TEAM, Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR, Caller.VIEWER})
    public Response list(@BeanParam ConductFilters filters, @Context UriInfo uri) {
        return list(200, Form.empty(), filters, uri);
    }

    private Response list(int status, Form form, ConductFilters filters, UriInfo uri) {
        var caller = frames.caller();
        var shown = filters.readFor(caller, frames.programme());
        int limit = Page.limit(null);
        var found = board.list(caller, shown.filter(), Page.after(shown.cursor()), limit + 1);
        var undecided = board.undecided(caller);
        var mayChoose = found.stream().anyMatch(ConductBoard.Listed::toDecide);
        return frames.page(
                status,
                Templates.conduct(
                        frames.frame(),
                        form,
                        shown,
                        Page.of(found, limit, ConductBoard.Listed::place, uri).map(this::line),
                        mayChoose,
                        Map.of(
                                "alert", undecided.get(ConductOutcome.ALERT),
                                "review", undecided.get(ConductOutcome.REVIEW),
                                "mention", undecided.get(ConductOutcome.MENTION))));
    }

    /** One, with what it says and what a decision leads to. */
    @GET
    @Path("/{flagId}")
    @RolesAllowed({Caller.PILOT_TEAM, Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR, Caller.VIEWER})
    public Response flag(@PathParam("flagId") String flagId, @QueryParam("done") String done) {
        return flag(200, flagId, Form.empty(), done);
    }

    private Response flag(int status, String flagId, Form form, @Nullable String done) {
        var read = reading.read(frames.caller(), flagId);
        var times = FlagTimes.of(read.of(), frames.programme().zone());
        var decided = read.flag().state().code().equals(done) ? done : "";
        return frames.page(status, Templates.flag(frames.frame(), form, read, times, next(read.flag()), decided));
    }

    /** The decision; after it the page says what is to be decided next. */
    @POST
    @Path("/{flagId}")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response decide(@PathParam("flagId") String flagId) {
        var form = forms.read();
        try {
            var verdict = form.one(Verdict.class, "verdict");
            var seen = form.read("revision", Long::valueOf, DeskWord.CHOOSE_VERDICT.text());
            var asked = forms.valid(form, new Asked(verdict, form.text("reason")));
            return forms.once(form, () -> {
                var decided = desk.decide(
                        frames.caller(), flagId, asked.verdict() == Verdict.CONFIRMED, asked.reason(), now -> {
                            requireSame(seen, now);
                        });
                return address(flagId) + "?done=" + decided.state().code();
            });
        } catch (Problem problem) {
            return flag(problem.status(), flagId, form.with(problem), null);
        }
    }

    /** Several are dismissed for one reason; each has its own result. */
    @POST
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response dismiss(@BeanParam ConductFilters filters, @Context UriInfo uri) {
        var form = forms.read();
        try {
            var chosen = form.all("flags").stream().distinct().sorted().toList();
            if (chosen.isEmpty() || chosen.size() > MOST_AT_ONCE) {
                var text = DeskWord.CHOOSE_FLAGS.text();
                throw new Problem(422, "INVALID_REQUEST", text, List.of(new Fault("/flags", text)));
            }
            var reason = forms.valid(form, new Reason(form.text("reason"))).reason();
            return forms.once(form, () -> {
                chosen.forEach(flagId -> dismiss(flagId, reason));
                return UriBuilder.fromPath(PATH + "/results")
                        .queryParam("flag", chosen.toArray())
                        .build()
                        .toString();
            });
        } catch (Problem problem) {
            return list(problem.status(), form.with(problem), filters, uri);
        }
    }

    /** One that may not be dismissed keeps no other from being so; the page of results says why it was not. */
    private void dismiss(String flagId, String reason) {
        try {
            desk.decide(frames.caller(), flagId, false, reason, any -> {});
        } catch (Problem refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
        }
    }

    /** What became of each of several, as it stands now. */
    @GET
    @Path("/results")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response results(@QueryParam("flag") List<String> flags) {
        var caller = frames.caller();
        var results = flags.stream()
                .limit(MOST_AT_ONCE)
                .map(flagId -> result(caller, desk.look(caller, flagId).flag()))
                .toList();
        long done = results.stream().filter(Result::done).count();
        return frames.page(Templates.results(frames.frame(), results, done, results.size() - done, next(null)));
    }

    private static Result result(Caller caller, ConductFlagView flag) {
        var done = flag.state().code().equals(ConductState.DISMISSED.name())
                && flag.decision().by().equals(caller.name());
        var why = switch (ConductState.valueOf(flag.state().code())) {
            case CONFIRMED, DISMISSED -> done ? DeskWord.RESULT_DISMISSED : DeskWord.RESULT_DECIDED_BEFORE;
            case NO_LONGER_FOUND -> DeskWord.RESULT_NO_LONGER_FOUND;
            case FOUND -> DeskWord.RESULT_NOT_YOURS;
        };
        return new Result(flag, done, why);
    }

    /** What is decided is what was read. */
    static void requireSame(@Nullable Long seen, long now) {
        if (seen != null && seen != now) {
            throw new Problem(412, "STALE", DeskWord.CHANGED_MEANWHILE.text());
        }
    }

    /** Nothing where nobody waits, or where the reader decides on nothing. */
    @Nullable
    private Next next(@Nullable ConductFlagView present) {
        var caller = frames.caller();
        if (!caller.is(Caller.REGULATOR) && !caller.is(Caller.PROGRAMME_OFFICE)) {
            return null;
        }
        var undecided = board.undecided(caller);
        int waiting = undecided.get(ConductOutcome.ALERT) + undecided.get(ConductOutcome.REVIEW);
        return board.next(caller, present == null ? "" : present.flagId())
                .map(row -> new Next(row.flag(), waiting))
                .orElse(null);
    }

    private Line line(ConductBoard.Listed row) {
        var flag = row.flag();
        var names = row.fields().stream()
                .flatMap(code -> frames.programme().field(code).stream())
                .map(field -> field.name().in(frames.frame().l()))
                .toList();
        return new Line(flag, names, row.toDecide(), at(flag.foundAt() == null ? flag.postedAt() : flag.foundAt()));
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(frames.programme().zone()).toOffsetDateTime();
    }

    private static String address(String flagId) {
        return UriBuilder.fromPath(PATH + "/{flagId}").build(flagId).toString();
    }

    /** What a person decides. */
    enum Verdict {
        CONFIRMED,
        DISMISSED
    }

    /** What the form asks for. */
    record Asked(@NotNull Verdict verdict, @NotBlank @Words String reason) {}
}
