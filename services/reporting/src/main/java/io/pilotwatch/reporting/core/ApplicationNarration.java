package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Phrase.around;
import static io.pilotwatch.reporting.core.Phrase.because;
import static io.pilotwatch.reporting.core.Phrase.say;
import static io.pilotwatch.reporting.core.Phrase.withNote;

import io.pilotwatch.contracts.PilotEvent.ApplicationEvent;
import io.pilotwatch.contracts.PilotEvent.ApplicationRecommended;
import io.pilotwatch.contracts.PilotEvent.ApplicationRejected;
import io.pilotwatch.contracts.PilotEvent.ApplicationReturned;
import io.pilotwatch.contracts.PilotEvent.ApplicationReviewStarted;
import io.pilotwatch.contracts.PilotEvent.ApplicationReviewed;
import io.pilotwatch.contracts.PilotEvent.ApplicationShortlisted;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.ApplicationWithdrawn;
import io.pilotwatch.contracts.PilotEvent.ObjectionRaised;
import io.pilotwatch.contracts.PilotEvent.ObjectionSettled;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;

/** What befalls an application, in words. */
final class ApplicationNarration {

    private ApplicationNarration() {}

    static Text of(ApplicationEvent event, Programme programme, boolean toDeciders) {
        return switch (event) {
            case ApplicationSubmitted e ->
                say("%s 提交试点申报", "Application submitted by %s", e.application().organisation());
            case ApplicationRecommended e ->
                withNote(around("申报获推荐（%s）", "Application recommended (%s)", unit(e.unit(), programme)), e.note());
            case ApplicationReviewStarted e -> new Text("申报进入专家评审", "Application given to the experts");
            case ApplicationReviewed e -> reviewed(e, toDeciders);
            case ApplicationShortlisted e ->
                say("申报入围，公示至 %s", "Application shortlisted; open to objections until %s", e.commentUntil());
            case ObjectionRaised e ->
                because("公示期内收到异议", "Objection raised", e.objection().text());
            case ObjectionSettled e ->
                because(
                        e.upheld() ? "异议成立" : "异议不成立",
                        e.upheld() ? "Objection upheld" : "Objection not upheld",
                        e.reason());
            case ApplicationReturned e -> because("申报退回补正", "Application returned for correction", e.reason());
            case ApplicationRejected e -> because("申报未入选", "Application rejected", e.reason());
            case ApplicationWithdrawn e -> because("撤回申报", "Application withdrawn", e.reason());
        };
    }

    private static Text unit(String unit, Programme programme) {
        return programme.field(unit).map(Programme.Field::name).orElse(new Text(unit, unit));
    }

    private static Text reviewed(ApplicationReviewed e, boolean toDeciders) {
        if (!toDeciders) {
            return new Text("一位专家提交评审意见", "An expert gave an opinion");
        }
        var review = e.review();
        var what = review.supports()
                ? say("专家评审 %d 分，同意入选", "Expert review: %d points, in favour", review.score())
                : say("专家评审 %d 分，不同意入选", "Expert review: %d points, against", review.score());
        return withNote(what, review.opinion());
    }
}
