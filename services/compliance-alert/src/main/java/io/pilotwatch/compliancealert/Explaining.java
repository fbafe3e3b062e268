package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.ExplanationView.Finding;
import io.pilotwatch.compliancealert.Told.OfAlert;
import io.pilotwatch.compliancealert.core.Breach;
import io.pilotwatch.compliancealert.core.Explanation;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Muting;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says why: folds what was heard up to an instant again, asks every rule anew by the same functions as ever, and lays beside
 * it what was said and sent by then.
 */
@ApplicationScoped
public class Explaining {

    private final PilotDoor pilots;
    private final PastFacts past;
    private final Told told;
    private final Programme programme;
    private final Clock clock;

    Explaining(PilotDoor pilots, PastFacts past, Told told, Programme programme, Clock clock) {
        this.pilots = pilots;
        this.past = past;
        this.told = told;
        this.programme = programme;
        this.clock = clock;
    }

    /**
     * @param regulator narrows the deliveries down to this agency; null for all
     * @param asked null for now
     */
    public ExplanationView explain(Caller caller, String pilotId, @Nullable String regulator, @Nullable Instant asked) {
        pilots.visible(caller, pilotId);
        var at = asked == null ? clock.instant() : asked;
        check(regulator, at);
        var facts = past.at(pilotId, at).orElseThrow(() -> Problem.notFound(pilotId));
        var breaches = Rules.breaches(facts, programme, at);
        var said = told.ofPilot(pilotId, regulator, at);
        var pilot = facts.pilot().pilot();
        return new ExplanationView(
                pilotId,
                pilot.organisation(),
                new Named(pilot.state().name(), pilot.state().text()),
                at,
                regulator,
                Rules.explain(facts, programme, at).stream()
                        .map(e -> finding(e, facts, breaches, at, said))
                        .toList());
    }

    private void check(@Nullable String regulator, Instant at) {
        if (at.isAfter(clock.instant())) {
            throw Problem.badParameter("at", new Text("at 不应晚于当前时间。", "at is not in the future."));
        }
        if (regulator != null
                && programme.agencies().stream().noneMatch(a -> a.code().equals(regulator))) {
            throw Problem.badParameter(
                    "regulator", new Text("没有代码为 " + regulator + " 的部门。", "There is no agency " + regulator + "."));
        }
    }

    private Finding finding(Explanation e, Facts facts, List<Breach> breaches, Instant at, Map<String, OfAlert> said) {
        var breach = e.breach();
        var alertId = e.alertId(facts.pilotId());
        var of = Objects.requireNonNullElse(said.get(alertId), Told.NOTHING);
        return new Finding(
                AlertView.rule(e.rule()),
                e.subject(),
                e.deadlineVersion(),
                e.held(),
                breach == null ? null : breach.level(),
                breach == null ? null : AlertView.severity(breach.severity()),
                breach == null ? null : breach.expectedAt(),
                breach == null ? null : breach.text(),
                e.inputs(),
                e.nextAt(),
                breach == null
                        ? null
                        : Muting.of(breach, breaches, facts, programme, at).orElse(null),
                alertId,
                of.history(),
                of.deliveries());
    }
}
