package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.OnTime;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PilotFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists of what a caller may see, as of a day. */
@ApplicationScoped
public class PilotList {

    private static final Pattern SORT_KEY = Pattern.compile("(\\d{1,10}) ([\\w-]+)");

    private final Portfolios portfolios;
    private final Programme programme;

    PilotList(Portfolios portfolios, Programme programme) {
        this.portfolios = portfolios;
        this.programme = programme;
    }

    /** Up to {@code limit} pilots in the order of their numbers, after this sort key. */
    public List<PilotItem> find(Caller caller, Predicate<PilotFigures> filter, LocalDate day, String after, int limit) {
        return visible(caller, day)
                .filter(isAfter(after))
                .filter(filter)
                .limit(limit)
                .map(this::item)
                .toList();
    }

    /** How many match of those that a caller may see. */
    public long count(Caller caller, Predicate<PilotFigures> filter, LocalDate day) {
        return visible(caller, day).filter(filter).count();
    }

    /** The pilots that a caller may see, in the order of their numbers. */
    public Stream<PilotFigures> visible(Caller caller, LocalDate day) {
        return portfolios.on(day).pilots().stream().filter(p -> maySee(caller, p.facts()));
    }

    boolean maySee(Caller caller, PilotFacts facts) {
        var r = facts.register();
        return caller.seesAll()
                || caller.maySee(new Caller.Subject(
                        facts.pilotId(),
                        r.organisation(),
                        r.delegates(),
                        r.fields(),
                        r.region(),
                        programme.coversFields(r.kind())));
    }

    /** The sort key of an item. */
    public static String sortKey(PilotItem item) {
        return item.number() + " " + item.pilotId();
    }

    /** Places in the list are compared by their keys: the pilot that bore one may have gone to another number since. */
    private static Predicate<PilotFigures> isAfter(String after) {
        if (after.isEmpty()) {
            return pilot -> true;
        }
        var key = SORT_KEY.matcher(after);
        if (!key.matches()) {
            throw Page.foreignCursor();
        }
        long number = Long.parseLong(key.group(1));
        return pilot -> {
            int theirs = pilot.facts().register().number();
            return theirs > number
                    || theirs == number && pilot.facts().pilotId().compareTo(key.group(2)) > 0;
        };
    }

    /** A pilot as it stands in a list. */
    public PilotItem item(PilotFigures pilot) {
        var register = pilot.facts().register();
        var rating = pilot.rating().rating();
        var selfRating = pilot.facts().reports().selfRating();
        return new PilotItem(
                pilot.facts().pilotId(),
                register.number(),
                register.organisation(),
                FieldGroup.named(pilot.group(), programme),
                PilotViews.kind(register.kind(), programme),
                register.region(),
                register.synthetic(),
                new Named(register.state().name(), register.state().text()),
                new Named(rating.name(), rating.text()),
                new Named(selfRating.name(), selfRating.text()),
                new PilotView.Finish(pilot.finish().name(), pilot.finish().text(), pilot.finishedOn()),
                pilot.forecast() == null ? null : pilot.forecast().likely(),
                pilot.reached(),
                pilot.planned(),
                pilot.lateness().overdue(),
                pilot.lateness().sumDays(),
                punctuality(pilot.reports()),
                pilot.alerts(),
                pilot.staleAlerts());
    }

    static PortfolioView.Punctuality punctuality(List<OnTime> periods) {
        return PortfolioViews.punctuality(
                periods.stream().mapToInt(OnTime::expected).sum(),
                periods.stream().mapToInt(OnTime::received).sum(),
                periods.stream().mapToInt(OnTime::onTime).sum());
    }
}
