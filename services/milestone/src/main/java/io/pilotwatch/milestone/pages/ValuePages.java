package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where a team says what its indicators came to: all of a period at once, or a correction of one. */
@Path("/milestone/pilots/{pilotId: [\\w-]+}/indicators/values")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class ValuePages {

    private static final Text NOTHING = new Text("请至少填写一项指标的数值。", "Enter the value of at least one indicator.");
    private static final Text WRONG = new Text("请更正以下内容。", "Please correct the following.");

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "IndicatorPages")
    static class Templates {
        static native TemplateInstance values(Frame frame, Form form, Values page);

        static native TemplateInstance checkValues(Frame frame, Form form, Answers page);
    }

    /**
     * The form of a period.
     *
     * @param open those that have no value in it yet, with the value of the period before
     * @param settled those that have one, which is corrected elsewhere
     */
    record Values(Head head, Named period, List<Named> periods, List<Open> open, List<Open> settled, boolean typed) {

        /** What to hold a new value against; null where there is nothing. */
        @Nullable
        public String hint(Open of, Locale l) {
            var target = of.indicator.target();
            if (target == null && of.last == null) {
                return null;
            }
            return ReportWord.VALUE_HINT.in(
                    l,
                    target == null ? "–" : target.toPlainString(),
                    of.last == null ? "–" : of.last.value().toPlainString());
        }
    }

    /**
     * An indicator of which a value can be given.
     *
     * @param last the latest value on record; null where there is none
     */
    record Open(
            IndicatorView indicator,
            @Nullable IndicatorView.Value last,
            @Nullable IndicatorView.Value now) {
        /** The name of its field. */
        public String field() {
            return "values." + indicator.code();
        }
    }

    /** The answers to check. */
    record Answers(
            Head head,
            Named period,
            List<Given> given,
            @Nullable String note,
            List<Map.Entry<String, String>> carried) {}

    /** A value as it will be on record. */
    record Given(
            IndicatorView indicator,
            BigDecimal value,
            @Nullable IndicatorView.Value last) {}

    private final IndicatorDesk desk;
    private final IndicatorPeriods periods;
    private final Heads heads;
    private final Forms forms;
    private final Frames frames;

    ValuePages(IndicatorDesk desk, IndicatorPeriods periods, Heads heads, Forms forms, Frames frames) {
        this.desk = desk;
        this.periods = periods;
        this.heads = heads;
        this.forms = forms;
        this.frames = frames;
    }

    /** All values of a period; of the last one that is over where none is named. */
    @GET
    public Response fill(@PathParam("pilotId") String pilotId, @QueryParam("period") String period) {
        var head = heads.write(pilotId);
        var code = period == null ? periods.usual(pilotId) : period;
        var form = Form.of(Map.of("period", code));
        return frames.page(Templates.values(frames.frame(), form, values(head, code, false)));
    }

    private Values values(Head head, String period, boolean typed) {
        var open = periods.open(head.pilotId());
        var named = open.stream()
                .filter(p -> p.code().equals(period))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(period));
        var all = all(head, period);
        return new Values(
                head,
                named,
                open,
                all.stream().filter(o -> o.now == null).toList(),
                all.stream().filter(o -> o.now != null).toList(),
                typed);
    }

    /** Those that the task book promises something of first. */
    private List<Open> all(Head head, String period) {
        var all = desk.look(heads.caller(), head.pilotId()).benefits().stream()
                .flatMap(b -> b.indicators().stream())
                .map(i -> new Open(
                        i,
                        i.series().isEmpty() ? null : i.series().getLast(),
                        i.series().stream()
                                .filter(v -> v.period().code().equals(period))
                                .findFirst()
                                .orElse(null)))
                .toList();
        var sorted = new ArrayList<>(
                all.stream().filter(o -> o.indicator.target() != null).toList());
        sorted.addAll(all.stream().filter(o -> o.indicator.target() == null).toList());
        return sorted;
    }

    /** Whatever a button of the form or of the answers asks for. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@PathParam("pilotId") String pilotId) {
        var head = heads.write(pilotId);
        var sent = forms.read();
        var act = Asked.of(sent);
        var typed = new Typed(sent.values());
        var form = Form.of(typed.values());
        var period = typed.text("period");
        try {
            return switch (act.kind()) {
                case CHECK -> checked(head, period, typed, form);
                case SEND -> {
                    var given = given(head, period, form);
                    yield forms.once(form, () -> {
                        record(head, period, given, form.text("note"));
                        return head.path() + "/indicators?done=recorded&filled=" + given.size();
                    });
                }
                default -> frames.page(Templates.values(frames.frame(), form, values(head, period, true)));
            };
        } catch (Problem p) {
            if (!Heads.isOfForm(p)) {
                throw p;
            }
            return frames.page(p.status(), Templates.values(frames.frame(), form.with(p), values(head, period, true)));
        }
    }

    /** Tried and taken back, so that whatever would be refused is told before it is sent. */
    private Response checked(Head head, String period, Typed typed, Form form) {
        var given = given(head, period, form);
        QuarkusTransaction.begin();
        try {
            record(head, period, given, form.text("note"));
        } finally {
            QuarkusTransaction.rollback();
        }
        return frames.page(Templates.checkValues(
                frames.frame(),
                form,
                new Answers(
                        head,
                        values(head, period, true).period(),
                        given,
                        form.text("note"),
                        typed.carried("values.", "period", "note"))));
    }

    private List<Given> given(Head head, String period, Form form) {
        var given = new ArrayList<Given>();
        for (var open : all(head, period)) {
            var value = form.decimal(open.field());
            if (value != null) {
                given.add(new Given(open.indicator, value, open.last));
            }
        }
        for (var one : given) {
            forms.valid(form, new IndicatorResource.NewValue(period, one.value, form.text("note"), null));
        }
        if (!form.unreadable().isEmpty()) {
            throw new Problem(422, "INVALID_REQUEST", WRONG, form.unreadable());
        }
        if (given.isEmpty()) {
            throw new Problem(422, "NOTHING_ENTERED", NOTHING);
        }
        return given;
    }

    /** All or nothing: what is refused of any is told at its field. */
    private void record(Head head, String period, List<Given> given, @Nullable String note) {
        var faults = new ArrayList<Problem.Fault>();
        for (var one : given) {
            var code = one.indicator.code();
            try {
                desk.decide(heads.caller(), head.pilotId(), code, new Input.Record(period, one.value, note), List.of());
            } catch (Problem p) {
                if (!Heads.isOfForm(p) || p.faults().isEmpty() && p.status() == 409 && isOfPilot(p)) {
                    throw p;
                }
                faults.add(new Problem.Fault("/values/" + code, p.text()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(422, "INVALID_REQUEST", WRONG, faults);
        }
    }

    private static boolean isOfPilot(Problem p) {
        return p.code().startsWith("PILOT_");
    }
}
