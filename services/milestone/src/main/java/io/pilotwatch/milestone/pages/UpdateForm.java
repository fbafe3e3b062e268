package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent.RiskLevel;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.MilestoneView;
import io.pilotwatch.milestone.UpdateResource.Deviation;
import io.pilotwatch.milestone.UpdateResource.Issue;
import io.pilotwatch.milestone.UpdateResource.Risk;
import io.pilotwatch.milestone.UpdateResource.Update;
import io.pilotwatch.platform.pages.Display;
import io.pilotwatch.platform.pages.Form;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The form of an update: its fields, what they say, and the request that they make. */
final class UpdateForm {

    /** One deviation, risk and issue is what a form can ask for in a minute; a program sends more. */
    private static final List<String> DEVIATION =
            List.of("deviations.0.what", "deviations.0.cause", "deviations.0.correction");

    private static final List<String> RISK = List.of("risks.0.what", "risks.0.level", "risks.0.response");
    private static final List<String> ISSUE = List.of("issues.0.what", "issues.0.needs");

    /** Every field. */
    static final List<String> NAMES = Stream.of(
                    List.of("percent", "forecastDate", "note", "selfRating", "ratingReason"), DEVIATION, RISK, ISSUE)
            .flatMap(List::stream)
            .toList();

    /** What may be chosen as a rating. */
    static final List<Named> RATINGS = Stream.concat(
                    Stream.of(Rating.GREEN, Rating.AMBER, Rating.RED).map(r -> new Named(r.name(), r.text())),
                    Stream.of(new Named("", Say.NO_RATING.text())))
            .toList();

    /** What may be chosen as a risk's level. */
    static final List<Named> LEVELS = Stream.of(RiskLevel.values())
            .map(l -> new Named(l.name(), Say.valueOf(l.name()).text()))
            .toList();

    private UpdateForm() {}

    /** As it is shown first: how things stood last. */
    static Form first(MilestoneView milestone) {
        var values = new HashMap<String, Object>();
        values.put("percent", milestone.percent());
        values.put("forecastDate", milestone.forecast());
        values.put("level", "DECLARED");
        return Form.of(values);
    }

    /** The request; what is left empty is not said. */
    static Update read(Form form) {
        return new Update(
                form.whole("percent"),
                form.day("forecastDate"),
                form.text("note"),
                form.one(Rating.class, "selfRating"),
                form.text("ratingReason"),
                given(form, DEVIATION)
                        ? List.of(new Deviation(
                                form.text("deviations.0.what"),
                                form.text("deviations.0.cause"),
                                form.text("deviations.0.correction")))
                        : null,
                given(form, List.of("risks.0.what", "risks.0.response"))
                        ? List.of(new Risk(
                                form.text("risks.0.what"),
                                form.one(RiskLevel.class, "risks.0.level"),
                                form.text("risks.0.response")))
                        : null,
                given(form, ISSUE)
                        ? List.of(new Issue(form.text("issues.0.what"), form.text("issues.0.needs")))
                        : null);
    }

    /** Whether any of these is filled in. */
    static boolean given(Form form, List<String> names) {
        return names.stream().anyMatch(name -> form.text(name) != null);
    }

    /** Whether the part that is folded away at first is to be open: something is in it. */
    static boolean more(Form form) {
        return Stream.of(DEVIATION, RISK, ISSUE).anyMatch(names -> given(form, names))
                || form.problem() != null
                        && form.problem().faults().stream()
                                .anyMatch(f -> f.pointer().matches("/(deviations|risks|issues)/.*"));
    }

    /** What it says, in the reader's words. */
    static List<Answer> answers(Form form, Locale l) {
        var rating = form.one(Rating.class, "selfRating");
        var always = Stream.of(
                new Answer("percent", Say.PERCENT, form.text("percent") + "%"),
                new Answer("forecastDate", Say.FORECAST, day(form.day("forecastDate"), l)),
                new Answer("note", Say.NOTE, form.text("note")),
                new Answer(
                        "selfRating",
                        Say.SELF_RATING,
                        rating == null ? null : rating.text().in(l)));
        var level = form.one(RiskLevel.class, "risks.0.level");
        var sometimes = Stream.of(
                        new Answer("ratingReason", Say.RATING_REASON, form.text("ratingReason")),
                        new Answer("deviations.0.what", Say.WHAT_DEVIATED, form.text("deviations.0.what")),
                        new Answer("deviations.0.cause", Say.CAUSE, form.text("deviations.0.cause")),
                        new Answer("deviations.0.correction", Say.CORRECTION, form.text("deviations.0.correction")),
                        new Answer("risks.0.what", Say.WHAT_MAY, form.text("risks.0.what")),
                        new Answer(
                                "risks.0.level",
                                Say.LEVEL,
                                level == null ? null : text(level).in(l)),
                        new Answer("risks.0.response", Say.RESPONSE, form.text("risks.0.response")),
                        new Answer("issues.0.what", Say.WHAT_WENT, form.text("issues.0.what")),
                        new Answer("issues.0.needs", Say.NEEDS, form.text("issues.0.needs")))
                .filter(answer -> answer.value() != null);
        return Stream.concat(always, sometimes).toList();
    }

    /** A risk's level in words. */
    static Text text(RiskLevel level) {
        return Say.valueOf(level.name()).text();
    }

    @Nullable
    private static String day(@Nullable LocalDate day, Locale l) {
        return day == null ? null : Display.full(day, l);
    }
}
