package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.reporting.core.AlertRule;
import io.pilotwatch.reporting.core.PilotFacts.Told;
import io.pilotwatch.reporting.core.PilotFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Alerts that stand open, the latest first. Their order is found once as long as nothing changes, and what each says is read
 * once as long as its pilot stays as it is.
 */
@ApplicationScoped
public class OpenAlerts {

    /** An open alert with its pilot. */
    public record OpenAlert(
            String pilotId,
            String organisation,
            boolean synthetic,
            Named rule,
            Named severity,
            Text text,
            OffsetDateTime raisedAt) {}

    private static final int KEPT_DAYS = 8;
    private static final int KEPT_PILOTS = 500;

    private record Day(LocalDate day, String tag) {}

    private record Pilot(LocalDate day, String pilotId, long edition, long revision) {}

    private record Open(PilotFigures pilot, Told alert) {
        private Instant raisedAt() {
            return alert.raisedAt();
        }
    }

    private static final Comparator<Open> LATEST = Comparator.comparing(Open::raisedAt)
            .reversed()
            .thenComparing(open -> open.alert().alertId());

    private final PilotList list;
    private final PilotReports reports;
    private final Programme programme;
    private final Map<Day, List<Open>> inOrder = Collections.synchronizedMap(new LatestOf<>(KEPT_DAYS));
    private final Map<Pilot, Map<String, Text>> texts = Collections.synchronizedMap(new LatestOf<>(KEPT_PILOTS));

    OpenAlerts(PilotList list, PilotReports reports, Programme programme) {
        this.list = list;
        this.reports = reports;
        this.programme = programme;
    }

    /** The latest on pilots that the caller may see. */
    List<OpenAlert> latest(Caller caller, Held held, int limit) {
        return inOrder.computeIfAbsent(new Day(held.day(), held.tag()), d -> inOrder(held)).stream()
                .filter(open -> list.maySee(caller, open.pilot().facts()))
                .limit(limit)
                .flatMap(open -> shown(open, texts(held, open.pilot())))
                .toList();
    }

    private static List<Open> inOrder(Held held) {
        return held.pilots().stream()
                .flatMap(p -> p.facts().alerts().told().stream().map(alert -> new Open(p, alert)))
                .sorted(LATEST)
                .toList();
    }

    private Map<String, Text> texts(Held held, PilotFigures pilot) {
        var pilotId = pilot.facts().pilotId();
        var key = new Pilot(held.day(), pilotId, held.edition(), held.revision(pilotId));
        var known = texts.get(key);
        if (known == null) {
            known = reports.on(held.day(), pilotId).stream()
                    .flatMap(folded -> folded.report().alerts().entrySet().stream())
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, alert -> alert.getValue().alert().text()));
            texts.put(key, known);
        }
        return known;
    }

    /** Between the two looks an event may have changed an alert, and nearly never its pilot is not there any more. */
    private Stream<OpenAlert> shown(Open open, Map<String, Text> said) {
        var register = open.pilot().facts().register();
        var severity = open.alert().severity();
        var text = said.get(open.alert().alertId());
        return text == null
                ? Stream.empty()
                : Stream.of(new OpenAlert(
                        open.pilot().facts().pilotId(),
                        register.organisation(),
                        register.synthetic(),
                        AlertRule.named(open.alert().rule()),
                        new Named(severity.name(), severity.text()),
                        text,
                        open.raisedAt().atZone(programme.zone()).toOffsetDateTime()));
    }
}
