package io.pilotwatch.milestone.calendar;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.milestone.PlanInForce;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.milestone.calendar.core.Entry;
import io.pilotwatch.milestone.report.ReportDesk;
import io.pilotwatch.platform.Languages;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What a feed shows at the moment of reading. */
@ApplicationScoped
class Deadlines {

    private static final Text NAME = new Text("%s：截止日期", "Deadlines of %s");

    private final FeedRows feeds;
    private final Pilots pilots;
    private final PlanInForce plan;
    private final ReportDesk reports;
    private final Programme programme;

    Deadlines(FeedRows feeds, Pilots pilots, PlanInForce plan, ReportDesk reports, Programme programme) {
        this.feeds = feeds;
        this.pilots = pilots;
        this.plan = plan;
        this.reports = reports;
        this.programme = programme;
    }

    /**
     * The calendar with this token: no more than its maker may see now. 404 for a token that nobody was given, 410 {@code
     * CALENDAR_FEED_REVOKED} for one that was taken back, 403 where its maker may see the pilot no more.
     */
    String calendar(String token) {
        var feed = feeds.withToken(token).orElseThrow(() -> Problem.notFound("calendar"));
        if (feed.revokedAt != null) {
            throw new Problem(410, "CALENDAR_FEED_REVOKED", new Text("该日历订阅已撤销。", "This calendar feed was revoked."));
        }
        var language = feed.chinese ? Languages.CHINESE : Languages.ENGLISH;
        var caller = feed.caller();
        if (feed.pilotId != null) {
            var pilot = pilots.see(caller, feed.pilotId);
            return Ics.of(
                    NAME.in(language).formatted(feed.pilotId), entries(pilot).toList(), language);
        }
        var name = programme.field(feed.field).map(Programme.Field::name).orElse(new Text(feed.field, feed.field));
        List<Entry> all = pilots.ofField(caller, feed.field).stream()
                .flatMap(this::entries)
                .toList();
        return Ics.of(NAME.in(language).formatted(name.in(language)), all, language);
    }

    private Stream<Entry> entries(Standing pilot) {
        var pilotId = pilot.subject().pilotId();
        var whose = new Entry.Pilot(
                pilotId, pilot.synthetic(), pilot.state().isEnded(), programme.startOf(pilot.approvedOn()));
        var changed = plan.changed(pilotId);
        var planned = plan.milestones(pilotId).stream().map(m -> Entry.of(whose, m, changed.get(m.milestoneId())));
        var expected = reports.of(pilot).stream()
                .filter(report -> report.due() != null)
                .map(report -> Entry.of(
                        whose,
                        report.period().name(),
                        report.key(),
                        report.due(),
                        report.state().name(),
                        report.revision(),
                        report.awaited(),
                        report.at()));
        return Stream.concat(planned, expected);
    }
}
