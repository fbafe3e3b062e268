package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.AlertViews.Found;
import io.pilotwatch.compliancealert.core.Answering;
import io.pilotwatch.compliancealert.core.Answering.Input;
import io.pilotwatch.compliancealert.delivery.DeliveryView;
import io.pilotwatch.compliancealert.delivery.DeliveryViews;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.LongConsumer;

/** Where people answer alerts, each within what they may; everything in the request's transaction. */
@ApplicationScoped
public class AlertDesk {

    private final AlertViews views;
    private final DeliveryViews deliveries;
    private final Evaluation evaluation;
    private final Outbox outbox;
    private final Programme programme;

    AlertDesk(AlertViews views, DeliveryViews deliveries, Evaluation evaluation, Outbox outbox, Programme programme) {
        this.views = views;
        this.deliveries = deliveries;
        this.evaluation = evaluation;
        this.outbox = outbox;
        this.programme = programme;
    }

    /** One alert with its history, for whoever may see it. */
    public AlertView.WithHistory look(Caller caller, String alertId) {
        var found = seen(caller, alertId);
        return new AlertView.WithHistory(found.view(), history(found));
    }

    /** Whom an alert was sent to, each try and its answer. */
    public List<DeliveryView> deliveries(Caller caller, String alertId) {
        return deliveries(seen(caller, alertId));
    }

    List<DeliveryView> deliveries(Found found) {
        return deliveries.ofAlert(found.view().alertId());
    }

    List<AlertView.Step> history(Found found) {
        return views.history(found.view().alertId());
    }

    /** The caller has seen it, for each agency that it speaks for and that was asked. */
    public AlertView acknowledge(Caller caller, String alertId, @Nullable String note, LongConsumer condition) {
        var found = known(alertId);
        var agencies = caller.agencies(programme);
        if (!Answering.isAsked(agencies, found.tracked())) {
            throw Problem.foreign(found.pilot().pilotId());
        }
        return answer(caller, found, new Input.Acknowledge(agencies, note), condition);
    }

    /** The pilot's lead needs no answer to it. */
    public AlertView dismiss(Caller caller, String alertId, String reason, LongConsumer condition) {
        var found = known(alertId);
        caller.requireLead(found.pilot());
        return answer(caller, found, new Input.Dismiss(reason), condition);
    }

    /** A regulator who sees it has something to say. */
    public AlertView comment(Caller caller, String alertId, String comment, LongConsumer condition) {
        return answer(caller, seen(caller, alertId), new Input.Comment(comment), condition);
    }

    private AlertView answer(Caller caller, Found found, Input input, LongConsumer condition) {
        var alertId = found.view().alertId();
        outbox.add(evaluation.answer(found.pilot().pilotId(), alertId, input, caller.name(), condition));
        return known(alertId).view();
    }

    /** One that the caller may see. */
    Found seen(Caller caller, String alertId) {
        var found = known(alertId);
        if (!Answering.isAsked(caller.agencies(programme), found.tracked())) {
            caller.requireSee(found.pilot());
        }
        return found;
    }

    private Found known(String alertId) {
        return views.one(alertId).orElseThrow(() -> Problem.notFound(alertId));
    }
}
