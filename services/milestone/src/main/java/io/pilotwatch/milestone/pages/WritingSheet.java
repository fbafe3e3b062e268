package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.milestone.UpdateResource.Deviation;
import io.pilotwatch.milestone.UpdateResource.Issue;
import io.pilotwatch.milestone.UpdateResource.Risk;
import io.pilotwatch.milestone.report.Writing;
import io.pilotwatch.platform.pages.Form;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A report as it stands in its form. */
final class WritingSheet {

    /** The lists of the form, of which entries come and go. */
    static final List<String> LISTS = List.of("deviations", "risks", "issues");

    private WritingSheet() {}

    /** Filled with what was written before. */
    static Typed of(Writing w) {
        var sheet = texts(w.title(), w.summary(), w.selfRating(), w.ratingReason(), w.nextPlan());
        each(w.deviations(), (d, i) -> deviation(sheet, i, d.what(), d.cause(), d.correction()));
        each(w.risks(), (r, i) -> risk(sheet, i, r.what(), r.level(), r.response()));
        each(w.issues(), (p, i) -> issue(sheet, i, p.what(), p.needs()));
        return sheet;
    }

    /** Filled with what was handed in and given back. */
    static Typed of(RecordEvent.Report r) {
        var sheet = texts(r.title(), r.summary(), r.selfRating(), r.ratingReason(), r.nextPlan());
        each(r.deviations(), (d, i) -> deviation(sheet, i, d.what(), d.cause(), d.correction()));
        each(r.risks(), (k, i) -> risk(sheet, i, k.what(), k.level(), k.response()));
        each(r.issues(), (p, i) -> issue(sheet, i, p.what(), p.needs()));
        return sheet;
    }

    private static Typed texts(String title, String summary, Rating rating, String reason, String nextPlan) {
        return new Typed()
                .put("title", title)
                .put("summary", summary)
                .put("selfRating", rating)
                .put("ratingReason", reason)
                .put("nextPlan", nextPlan);
    }

    private interface Fill<T> {
        void at(T item, int index);
    }

    private static <T> void each(List<T> items, Fill<T> fill) {
        for (int i = 0; items != null && i < items.size(); i++) {
            fill.at(items.get(i), i);
        }
    }

    private static void deviation(Typed sheet, int i, String what, String cause, String correction) {
        var at = "deviations." + i + ".";
        sheet.put(at + "what", what).put(at + "cause", cause).put(at + "correction", correction);
    }

    private static void risk(Typed sheet, int i, String what, MilestoneEvent.RiskLevel level, String response) {
        var at = "risks." + i + ".";
        sheet.put(at + "what", what).put(at + "level", level).put(at + "response", response);
    }

    private static void issue(Typed sheet, int i, String what, String needs) {
        var at = "issues." + i + ".";
        sheet.put(at + "what", what).put(at + "needs", needs);
    }

    /** Without entries in which nothing is said. */
    static Typed packed(Typed sheet) {
        var packed = sheet;
        for (var list : LISTS) {
            packed = packed.packed(list);
        }
        return packed;
    }

    /** With an entry more, of which nothing is said yet. */
    static Typed oneMore(Typed sheet, String list) {
        return LISTS.contains(list) && sheet.size(list) < Writing.MOST
                ? sheet.put(list + "." + sheet.size(list) + ".what", "")
                : sheet;
    }

    /** What is written, as the API takes it. */
    static Writing writing(Typed sheet, Form form) {
        return new Writing(
                form.text("title"),
                form.text("summary"),
                form.one(Rating.class, "selfRating"),
                form.text("ratingReason"),
                form.text("nextPlan"),
                entries(
                        sheet,
                        "deviations",
                        at -> new Deviation(
                                form.text(at + "what"), form.text(at + "cause"), form.text(at + "correction"))),
                entries(
                        sheet,
                        "risks",
                        at -> new Risk(
                                form.text(at + "what"),
                                form.one(MilestoneEvent.RiskLevel.class, at + "level"),
                                form.text(at + "response"))),
                entries(sheet, "issues", at -> new Issue(form.text(at + "what"), form.text(at + "needs"))));
    }

    private static <T> List<T> entries(Typed sheet, String list, Function<String, T> entry) {
        return IntStream.range(0, sheet.size(list))
                .mapToObj(i -> entry.apply(list + "." + i + "."))
                .toList();
    }
}
