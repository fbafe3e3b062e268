package io.pilotwatch.reporting.outcome;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Page;
import io.pilotwatch.reporting.PilotList;
import io.pilotwatch.reporting.PilotReports;
import io.pilotwatch.reporting.PilotViews;
import io.pilotwatch.reporting.core.BenefitSums;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.core.TypicalCase;
import io.pilotwatch.reporting.outcome.core.CaseBook;
import io.pilotwatch.reporting.outcome.core.CaseWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What came of the pilots that the caller may see, and which of them others can follow. */
@ApplicationScoped
public class Cases {

    private static final Pattern SORT_KEY = Pattern.compile("(\\d{1,3}) (\\d{1,10}) ([\\w-]+)");

    /** Those with the most points first, then as the list has them. */
    private static final Comparator<Judged> MOST_FIRST = Comparator.comparingInt(
                    (Judged j) -> j.typical().points())
            .reversed()
            .thenComparing(Judged::pilot, PilotFigures.IN_LIST);

    private record Judged(PilotFigures pilot, TypicalCase typical) {}

    private final PilotList list;
    private final PilotViews pilots;
    private final PilotReports reports;
    private final Programme programme;
    private final Callers callers;

    Cases(PilotList list, PilotViews pilots, PilotReports reports, Programme programme, Callers callers) {
        this.list = list;
        this.pilots = pilots;
        this.reports = reports;
        this.programme = programme;
        this.callers = callers;
    }

    /** What came of those that match. */
    public OutcomeView outcome(Predicate<PilotFigures> filter, LocalDate day) {
        var sums = new BenefitSums(programme);
        var pilots = list.visible(callers.current(), day).filter(filter).toList();
        pilots.forEach(p -> sums.add(p.facts().outcome()));
        int synthetic = (int)
                pilots.stream().filter(p -> p.facts().register().synthetic()).count();
        return new OutcomeView(
                day,
                pilots.size(),
                synthetic,
                sums.figures().stream().map(OutcomeView.OfBenefit::of).toList());
    }

    /** How those that match do as typical cases, up to {@code limit} of them after this sort key. */
    public List<CaseItem> find(
            Predicate<PilotFigures> filter, Boolean nominated, LocalDate day, String after, int limit) {
        return judged(filter, day)
                .filter(j -> nominated == null || nominated == j.typical().nominated())
                .sorted(MOST_FIRST)
                .filter(isAfter(after))
                .limit(limit)
                .map(this::item)
                .toList();
    }

    /** The nominated ones of those that match, each in full. */
    public CaseBook book(Predicate<PilotFigures> filter, LocalDate day) {
        var nominated = judged(filter, day)
                .filter(j -> j.typical().nominated())
                .sorted(MOST_FIRST)
                .toList();
        var known = reports.on(
                day, nominated.stream().map(j -> j.pilot().facts().pilotId()).toList());
        return new CaseBook(
                day,
                programme.name(),
                programme.typicalCases().leastPoints(),
                nominated.stream()
                        // A pilot is in the list once its approval is known, hence its report is too.
                        .map(j -> CaseWriter.entry(known.get(j.pilot().facts().pilotId()), day, programme))
                        .toList());
    }

    /** One that the caller may see, nominated or not, in full. */
    CaseBook.Entry look(String pilotId, LocalDate day) {
        return CaseWriter.entry(pilots.require(pilotId, day).report(), day, programme);
    }

    private Stream<Judged> judged(Predicate<PilotFigures> filter, LocalDate day) {
        return list.visible(callers.current(), day)
                .filter(filter)
                .map(p -> new Judged(p, TypicalCase.of(p, programme)));
    }

    /** The sort key of an item. */
    public static String sortKey(CaseItem item) {
        return item.points() + " " + item.number() + " " + item.pilotId();
    }

    private static Predicate<Judged> isAfter(String after) {
        if (after.isEmpty()) {
            return judged -> true;
        }
        var key = SORT_KEY.matcher(after);
        if (!key.matches()) {
            throw Page.foreignCursor();
        }
        int points = Integer.parseInt(key.group(1));
        long number = Long.parseLong(key.group(2));
        return judged -> {
            int theirs = judged.typical().points();
            int listed = judged.pilot().facts().register().number();
            return theirs < points
                    || theirs == points && listed > number
                    || theirs == points
                            && listed == number
                            && judged.pilot().facts().pilotId().compareTo(key.group(3)) > 0;
        };
    }

    private CaseItem item(Judged judged) {
        var facts = judged.pilot().facts();
        return new CaseItem(
                facts.pilotId(),
                facts.register().number(),
                facts.register().organisation(),
                FieldGroup.named(judged.pilot().group(), programme),
                facts.register().region(),
                facts.register().synthetic(),
                judged.typical().points(),
                judged.typical().nominated(),
                judged.typical().judged().stream().map(CaseWriter::reason).toList());
    }
}
