package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.PilotSheet.Change;
import io.pilotwatch.reporting.PilotSheet.Slip;
import io.pilotwatch.reporting.core.Forecast;
import io.pilotwatch.reporting.core.IndicatorCourse;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.core.PilotReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Adds to the view of a pilot what its page draws and names. It asks the database once, for how the milestones slipped. */
@ApplicationScoped
class PilotSheets {

    /** So many reasons are read at a glance. */
    private static final int WEIGHTIEST = 4;

    private final PilotViews views;
    private final Portfolios portfolios;
    private final Programme programme;

    PilotSheets(PilotViews views, Portfolios portfolios, Programme programme) {
        this.views = views;
        this.portfolios = portfolios;
        this.programme = programme;
    }

    /** Of a pilot that the caller may see. */
    PilotSheet of(PilotReport report, PilotView pilot, LocalDate day) {
        var titles = new LinkedHashMap<String, Text>();
        pilot.milestones().forEach(m -> titles.put(m.milestoneId(), m.title()));
        var reasons = pilot.rating().reasons().stream()
                .map(r -> PilotSheet.named(r.text(), titles))
                .toList();
        return new PilotSheet(
                programme.deadline(),
                ChronoUnit.DAYS.between(day, programme.deadline()),
                report.state().isEnded(),
                reasons.stream().limit(WEIGHTIEST).toList(),
                reasons.stream().skip(WEIGHTIEST).toList(),
                likely(report, day),
                titles,
                pilot.timeline().stream().limit(PilotSheet.LATEST).toList(),
                views.slip(report, day).milestones().stream()
                        .map(PilotSheets::slip)
                        .toList(),
                IndicatorCourse.of(report, programme),
                sharing(pilot));
    }

    /** Nothing more is forecast of a pilot that has ended. */
    private Map<String, LocalDate> likely(PilotReport report, LocalDate day) {
        if (report.state().isEnded()) {
            return Map.of();
        }
        var facts = PilotFacts.of(report, programme);
        return Forecast.ofEach(facts.plan(), facts.register().approvedOn(), day);
    }

    private static Slip slip(SlipView.Milestone milestone) {
        var changes = new ArrayList<Change>();
        SlipView.Point before = null;
        for (var point : milestone.points()) {
            if (before == null || differs(before, point)) {
                changes.add(new Change(point, ChronoUnit.DAYS.between(milestone.baselineDue(), expected(point))));
            }
            before = point;
        }
        return new Slip(milestone.milestoneId(), milestone.title(), milestone.baselineDue(), changes);
    }

    private static boolean differs(SlipView.Point a, SlipView.Point b) {
        return !a.due().equals(b.due())
                || !Objects.equals(a.forecast(), b.forecast())
                || !Objects.equals(a.reachedOn(), b.reachedOn());
    }

    private static LocalDate expected(SlipView.Point point) {
        return Optional.ofNullable(point.reachedOn())
                .or(() -> Optional.ofNullable(point.forecast()))
                .orElse(point.due());
    }

    /** By name, from what is held in memory: whoever is told of them at all is told which pilots they are. */
    private Map<String, List<Named>> sharing(PilotView pilot) {
        var sharing = new LinkedHashMap<String, List<Named>>();
        for (var piece : pilot.records().evidence()) {
            if (piece.sharedWith() != null && !piece.sharedWith().isEmpty()) {
                sharing.put(
                        piece.evidenceId(),
                        piece.sharedWith().stream().map(this::named).toList());
            }
        }
        return sharing;
    }

    private Named named(String pilotId) {
        return Optional.ofNullable(portfolios.last())
                .flatMap(held -> held.pilot(pilotId))
                .map(PilotFigures::facts)
                .map(f -> f.register().organisation())
                .map(name -> new Named(pilotId, new Text(name, name)))
                .orElseGet(() -> Named.ofCode(pilotId));
    }
}
