package io.pilotwatch.reporting.export;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.reporting.MilestoneViews;
import io.pilotwatch.reporting.PilotItem;
import io.pilotwatch.reporting.PilotList;
import io.pilotwatch.reporting.PilotReports;
import io.pilotwatch.reporting.PilotView;
import io.pilotwatch.reporting.PilotViews;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.core.PilotReport;
import io.pilotwatch.reporting.export.Tables.Of;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Writes tables of what the caller may see: one pilot after the other, so that no more than one is held. */
@ApplicationScoped
class Exports {

    private final PilotList list;
    private final PilotReports reports;
    private final PilotViews views;

    Exports(PilotList list, PilotReports reports, PilotViews views) {
        this.list = list;
        this.reports = reports;
        this.views = views;
    }

    /** What is exported: for whose eyes, of which pilots, as of the end of which day, in which language. */
    record Order(Caller caller, Predicate<PilotFigures> filter, LocalDate day, Locale language) {}

    /** The names of the tables that there are. */
    static final List<String> NAMES = Stream.of(Tables.PILOTS, Tables.MILESTONES, Tables.ALERTS, Tables.TIMELINE)
            .map(Table::name)
            .toList();

    /** Writes a table of that name. */
    void write(String name, Format format, Order order, OutputStream out) throws IOException {
        try (var pilots = list.visible(order.caller(), order.day()).filter(order.filter())) {
            var language = order.language();
            switch (name) {
                case "milestones" ->
                    format.write(Tables.MILESTONES, parts(pilots, order, Exports::milestones), language, out);
                case "alerts" ->
                    format.write(
                            Tables.ALERTS, parts(pilots, order, (p, report) -> views.alerts(report)), language, out);
                case "timeline" ->
                    format.write(
                            Tables.TIMELINE,
                            parts(
                                    pilots,
                                    order,
                                    (p, report) -> views.timeline(report, order.day(), "", Integer.MAX_VALUE)),
                            language,
                            out);
                default -> format.write(Tables.PILOTS, pilots.map(list::item), language, out);
            }
        }
    }

    /** Each pilot's parts of a kind, from its report as of the day. */
    private <T> Stream<Of<T>> parts(
            Stream<PilotFigures> pilots, Order order, BiFunction<PilotFigures, PilotReport, List<T>> parts) {
        return pilots.flatMap(pilot -> reports.on(order.day(), pilot.facts().pilotId()).stream()
                .flatMap(folded -> of(list.item(pilot), parts.apply(pilot, folded.report()))));
    }

    private static List<PilotView.Milestone> milestones(PilotFigures pilot, PilotReport report) {
        return MilestoneViews.of(report, pilot.countedTo());
    }

    private static <T> Stream<Of<T>> of(PilotItem pilot, List<T> parts) {
        return parts.stream().map(part -> new Of<>(pilot, part));
    }
}
