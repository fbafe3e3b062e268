package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.AlertInbox;
import io.pilotwatch.compliancealert.AlertInbox.Item;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Problem.Fault;
import io.pilotwatch.platform.Words;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One answer to many alerts: each is decided by itself, so that one that is refused holds up no other. */
@ApplicationScoped
class BulkAnswer {

    /** What is done to all of them. */
    enum Act {
        ACKNOWLEDGE(Word.ACKNOWLEDGE, Word.DONE_ACKNOWLEDGED),
        DISMISS(Word.DISMISS, Word.DONE_DISMISSED),
        WAIVE(Word.WAIVE, Word.DONE_WAIVED);

        private final Word name;
        private final Word done;

        Act(Word name, Word done) {
            this.name = name;
            this.done = done;
        }

        /** The act with this name; null where there is none. */
        static @Nullable Act named(@Nullable String name) {
            return Stream.of(values())
                    .filter(a -> a.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        static List<Named> options() {
            return Stream.of(values())
                    .map(a -> new Named(a.name(), a.name.text()))
                    .toList();
        }
    }

    /**
     * What was sent.
     *
     * @param reason of a dismissal or waiver; the note that goes with an acknowledgement, which may be left out
     * @param until the last programme day of a waiver
     */
    record Request(
            @NotNull Act act,
            @NotEmpty @Size(max = 50) List<String> alert,
            @Nullable @Words String reason,
            @Nullable LocalDate until) {

        static Request of(Form form) {
            return new Request(form.one(Act.class, "act"), form.all("alert"), form.text("reason"), form.day("until"));
        }

        /** As fields of the form, of these alerts alone. */
        Map<String, Object> values(List<String> alertIds) {
            var values = new LinkedHashMap<String, Object>();
            values.put("act", act);
            values.put("alert", alertIds);
            values.put("reason", reason);
            values.put("until", until);
            return values;
        }

        /** The same; refused where it lacks what its act needs. */
        Request checked() {
            var faults = new ArrayList<Fault>();
            if (act != Act.ACKNOWLEDGE && reason == null) {
                faults.add(new Fault("/reason", Word.REASON_MISSING.text()));
            }
            if (act == Act.WAIVE && until == null) {
                faults.add(new Fault("/until", Word.UNTIL_MISSING.text()));
            }
            if (!faults.isEmpty()) {
                throw new Problem(422, "INVALID_REQUEST", Word.INCOMPLETE.text(), faults);
            }
            return this;
        }
    }

    /**
     * What became of one.
     *
     * @param item null where there is none that the caller may see
     * @param refused why it was; null where it was done
     */
    record Result(
            String alertId,
            @Nullable Item item,
            Text what,
            @Nullable Text refused) {
        static Result done(Item item, Act act) {
            return new Result(item.alert().alertId(), item, act.done.text(), null);
        }
    }

    /** By which the kit names what a form sends. */
    private static final String FORM_KEY = "form-key";

    private final AlertInbox inbox;
    private final AlertActs acts;
    private final Forms forms;

    BulkAnswer(AlertInbox inbox, AlertActs acts, Forms forms) {
        this.inbox = inbox;
        this.acts = acts;
        this.forms = forms;
    }

    /** Each in a transaction of its own, once however often the form is sent. */
    List<Result> answer(Caller caller, Form form, Request request) {
        var items = inbox.these(caller, request.alert()).stream()
                .collect(Collectors.toMap(i -> i.alert().alertId(), Function.identity()));
        return request.alert().stream()
                .distinct()
                .map(id -> answer(caller, form, request, id, items.get(id)))
                .toList();
    }

    private Result answer(Caller caller, Form form, Request request, String alertId, @Nullable Item item) {
        if (item == null) {
            return new Result(alertId, null, request.act().name.text(), Word.ALERT_UNKNOWN.text());
        }
        try {
            forms.once(part(form, request, alertId), () -> {
                act(caller, request, item);
                return "/compliance-alert/alerts/" + alertId;
            });
            return Result.done(item, request.act());
        } catch (Problem refused) {
            return new Result(alertId, item, request.act().name.text(), refused.text());
        }
    }

    /** What was asked of this alert, under the form's own name. */
    private static Form part(Form form, Request request, String alertId) {
        var part = request.values(List.of(alertId));
        part.put(FORM_KEY, form.value(FORM_KEY));
        return Form.of(part);
    }

    private void act(Caller caller, Request request, Item item) {
        var alert = item.alert();
        switch (request.act()) {
            case ACKNOWLEDGE -> acts.acknowledge(caller, alert.alertId(), request.reason(), null);
            case DISMISS -> acts.dismiss(caller, alert.alertId(), request.reason(), null);
            case WAIVE -> {
                if (alert.muted() != null) {
                    throw new Problem(409, "ALREADY_MUTED", Word.ALREADY_MUTED.text());
                }
                acts.waive(caller, alert, AlertActs.Scope.THIS, request.reason(), request.until());
            }
        }
    }
}
