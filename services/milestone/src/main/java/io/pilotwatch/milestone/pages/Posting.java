package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.ExtensionResource;
import io.pilotwatch.milestone.MilestoneDesk;
import io.pilotwatch.milestone.Remark;
import io.pilotwatch.milestone.UpdateResource.Update;
import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes what a team sends by the forms of a milestone to the desk, and leads to the receipt. */
@ApplicationScoped
class Posting {

    private final MilestoneDesk desk;
    private final Ids ids;

    Posting(MilestoneDesk desk, Ids ids) {
        this.desk = desk;
        this.ids = ids;
    }

    /** As the desk takes it. */
    Input.Update input(Update update) {
        return update.input(ids.next().toString());
    }

    /** As the desk takes it. */
    Input.Claim input(Remark remark) {
        return new Input.Claim(remark.note());
    }

    /** As the desk takes it. */
    Input.RequestExtension input(ExtensionResource.Request request) {
        return new Input.RequestExtension(request.newDue(), request.reason());
    }

    /** Refuses before it is checked by the sender what would be refused afterwards; nothing comes of it. */
    void rehearse(Caller caller, Sheet sheet, Input.OfTeam input) {
        QuarkusTransaction.requiringNew()
                .run(() -> desk.rehearse(
                        caller, sheet.place().pilotId(), sheet.milestone().milestoneId(), input));
    }

    /** Inside a transaction; the address of the receipt. */
    String send(Caller caller, Sheet sheet, Input.OfTeam input) {
        return sheet.place().path() + "/receipts/"
                + receipt(caller, sheet, input).sequence() + "?done=sent";
    }

    private Receipt receipt(Caller caller, Sheet sheet, Input.OfTeam input) {
        var pilotId = sheet.place().pilotId();
        var milestoneId = sheet.milestone().milestoneId();
        // A form says what it says, whatever revision its sender looked at: nothing but the input decides.
        return switch (input) {
            case Input.Update update ->
                desk.report(caller, pilotId, milestoneId, update, _ -> {}).receipt();
            case Input.Claim claim ->
                desk.claim(caller, pilotId, milestoneId, claim, _ -> {}).receipt();
            case Input.RequestExtension request ->
                desk.ask(caller, pilotId, milestoneId, request, _ -> {}).receipt();
        };
    }
}
