package io.pilotwatch.reporting.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.platform.pages.Common;
import io.pilotwatch.platform.pages.Spoken;
import io.pilotwatch.reporting.Filters;
import io.pilotwatch.reporting.Word;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.Finish;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The list's filters: what was chosen, and what there is to choose from.
 *
 * @param q what is searched for; null where nothing is
 */
record Choices(String q, List<Choice> all) {

    /** A filter: its parameter, what it is called, what there is to choose from, and what was chosen. */
    record Choice(String name, Spoken label, List<Named> options, String chosen) {

        public boolean given() {
            return chosen != null && !chosen.isBlank();
        }
    }

    /** By what the list is filtered that the portfolio is taken apart by too. */
    static final List<Breakdown> BREAKDOWNS = List.of(Breakdown.values());

    private static final List<Named> YES_OR_NO =
            List.of(new Named("true", Common.YES.text()), new Named("false", Common.NO.text()));

    static Choices of(Filters f, Map<Breakdown, List<Named>> names) {
        var ratings = Arrays.stream(Rating.values())
                .map(r -> new Named(r.name(), r.text()))
                .toList();
        var finishes = Arrays.stream(Finish.values())
                .map(o -> new Named(o.name(), o.text()))
                .toList();
        return new Choices(
                f.q(),
                List.of(
                        new Choice("rating", Word.RATING, ratings, f.rating()),
                        new Choice("field", Word.FIELD, names.get(Breakdown.FIELD), f.field()),
                        new Choice("state", Word.STATE, names.get(Breakdown.STATE), f.state()),
                        new Choice("region", Word.REGION, regions(names.get(Breakdown.REGION), f.region()), f.region()),
                        new Choice("regulator", Word.LEADS, names.get(Breakdown.REGULATOR), f.regulator()),
                        new Choice("category", Word.CATEGORY, names.get(Breakdown.CATEGORY), f.category()),
                        new Choice("kind", Word.KIND, names.get(Breakdown.KIND), f.kind()),
                        new Choice("finish", Word.FINISHED, finishes, f.finish()),
                        new Choice("forecastLate", Word.FORECAST_LATE, YES_OR_NO, f.forecastLate()),
                        new Choice("overdue", Word.OVERDUE_MILESTONES, YES_OR_NO, f.overdue()),
                        new Choice("synthetic", Word.SYNTHETIC, YES_OR_NO, f.synthetic())));
    }

    /** A region is known from its pilots only, and on another day there may be none: what was chosen stays chosen. */
    private static List<Named> regions(List<Named> known, String chosen) {
        boolean missing = chosen != null
                && !chosen.isBlank()
                && known.stream().noneMatch(region -> region.code().equals(chosen));
        return missing
                ? Stream.concat(known.stream(), Stream.of(Named.ofCode(chosen))).toList()
                : known;
    }

    /** Those that one mostly filters by. */
    public List<Choice> usual() {
        return all.subList(0, USUAL);
    }

    /** The others. */
    public List<Choice> more() {
        return all.subList(USUAL, all.size());
    }

    /** Whether one of the others is filtered by. */
    public boolean moreGiven() {
        return more().stream().anyMatch(Choice::given);
    }

    private static final int USUAL = 4;
}
