package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.core.IndicatorCourse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pilot's page shows beside the view of the API.
 *
 * @param deadline last programme day, and {@code daysLeft} to it from the day as of which the page is
 * @param ended nothing more is expected of it
 * @param reasons of the system's rating, the weightiest ones; {@code moreReasons} are the others
 * @param likely when the system expects each open milestone to be reached, by milestone id; without those of which it
 *     cannot be told
 * @param titles of the milestones, by id
 * @param latest of its events, at most {@value #LATEST}; the rest is on a page of its own
 * @param slips how each milestone slipped
 * @param benefits its indicators by what they bring
 * @param sharing the other pilots that attached the same content as a piece of evidence, by its id
 */
record PilotSheet(
        LocalDate deadline,
        long daysLeft,
        boolean ended,
        List<Text> reasons,
        List<Text> moreReasons,
        Map<String, LocalDate> likely,
        Map<String, Text> titles,
        List<PilotView.Happening> latest,
        List<Slip> slips,
        List<IndicatorCourse.OfBenefit> benefits,
        Map<String, List<Named>> sharing) {

    /** So many events stand on the pilot's own page. */
    static final int LATEST = 20;

    /** A milestone and the months in which what was expected of it changed, the first one among them. */
    record Slip(String milestoneId, Text title, LocalDate baselineDue, List<Change> changes) {

        /** How many rows of a table it takes. */
        public int rows() {
            return Math.max(1, changes.size());
        }
    }

    /**
     * What was expected from the end of a month on.
     *
     * @param movedDays from the day promised first to the day expected then: reached, forecast or due; below 0 where earlier
     */
    record Change(SlipView.Point point, long movedDays) {}

    /** A text in which milestones are called by their names. */
    public Text named(Text text) {
        return named(text, titles);
    }

    static Text named(Text text, Map<String, Text> titles) {
        var zh = text.zh();
        var en = text.en();
        for (var title : titles.entrySet()) {
            // An alert names it beside its id already.
            var id = Pattern.quote(title.getKey()) + "(?![\\w-])( ?“[^”]*”)?";
            zh = zh.replaceAll(
                    "里程碑 " + id + " ?",
                    Matcher.quoteReplacement("里程碑「" + title.getValue().zh() + "」"));
            en = en.replaceAll(
                    "([Mm])ilestone " + id,
                    "$1ilestone “" + Matcher.quoteReplacement(title.getValue().en()) + "”");
        }
        return new Text(zh, en);
    }

    /** What a milestone is called; its id where it is not known. */
    public Text title(String milestoneId) {
        return titles.getOrDefault(milestoneId, new Text(milestoneId, milestoneId));
    }
}
