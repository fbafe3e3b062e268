package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.AlertFile.Asked;
import io.pilotwatch.compliancealert.AlertFile.May;
import io.pilotwatch.compliancealert.AlertFile.Step;
import io.pilotwatch.compliancealert.AlertViews.Found;
import io.pilotwatch.compliancealert.core.Answering;
import io.pilotwatch.compliancealert.core.Explanation;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lays together all that there is about one alert. */
@ApplicationScoped
public class AlertFiles {

    private final AlertDesk desk;
    private final FactsRows facts;
    private final RuleWords words;
    private final SentWords sent;
    private final Clock clock;
    private final Programme programme;

    AlertFiles(AlertDesk desk, FactsRows facts, RuleWords words, SentWords sent, Clock clock) {
        this.desk = desk;
        this.facts = facts;
        this.words = words;
        this.sent = sent;
        this.clock = clock;
        this.programme = words.programme();
    }

    /** Of an alert that the caller may see. */
    public AlertFile open(Caller caller, String alertId) {
        var found = desk.seen(caller, alertId);
        var view = found.view();
        var alert = found.tracked().alert();
        var known = facts.find(view.pilotId()).orElseThrow(() -> Problem.notFound(view.pilotId()));
        var now = explanation(known, alertId);
        return new AlertFile(
                view,
                words.subject(known, view.subject()),
                fields(known),
                sent.at(view.expectedAt()),
                sent.at(view.raisedAt()),
                alert.addressees().stream().map(a -> asked(a, alert)).toList(),
                steps(view),
                now.map(this::inputs).orElse(List.of()),
                now.map(Explanation::held).orElse(false),
                now.map(Explanation::nextAt).map(sent::at).orElse(null),
                desk.history(found).stream().map(sent::happened).toList().reversed(),
                mayKnowDeliveries(caller)
                        ? desk.deliveries(found).stream().map(sent::sent).toList()
                        : null,
                may(caller, found, known.pilot().pilot()));
    }

    /** As the API gives them. */
    private static boolean mayKnowDeliveries(Caller caller) {
        return caller.is(Caller.REGULATOR) || caller.is(Caller.PROGRAMME_OFFICE) || caller.is(Caller.OPERATOR);
    }

    private Optional<Explanation> explanation(Facts known, String alertId) {
        return Rules.explain(known, programme, clock.instant()).stream()
                .filter(e -> e.alertId(known.pilotId()).equals(alertId))
                .findFirst();
    }

    /** All but the thresholds, which are laid out beside it. */
    private List<RuleWords.Said> inputs(Explanation e) {
        return words.said(
                e.rule(),
                e.inputs().stream().filter(i -> !i.name().equals("thresholds")).toList());
    }

    private List<Text> fields(Facts known) {
        return known.pilot().pilot().fields().stream()
                .flatMap(code -> programme.field(code).stream())
                .map(Programme.Field::name)
                .toList();
    }

    private Asked asked(Addressee a, Alert alert) {
        return new Asked(
                sent.name(a.agency(), a.askedAt()),
                sent.at(a.askedAt()),
                a.escalatedTo().stream().map(to -> sent.name(to, a.askedAt())).toList(),
                a.acknowledgedBy(),
                sent.at(a.acknowledgedAt()),
                a.acknowledgedUntil() == null
                        ? null
                        : programme.dayOf(a.acknowledgedUntil().minusNanos(1)),
                Answering.next(a, alert, programme).map(sent::next).orElse(null));
    }

    private List<Step> steps(AlertView view) {
        var thresholds = programme.thresholds(view.rule().code());
        return IntStream.range(0, thresholds.size())
                .mapToObj(i -> step(i + 1, thresholds.get(i), view.level()))
                .toList();
    }

    private static Step step(int level, Threshold threshold, int reached) {
        return new Step(
                level, RuleWords.threshold(threshold), AlertView.severity(threshold.severity()), level <= reached);
    }

    private May may(Caller caller, Found found, Pilot pilot) {
        var alert = found.tracked().alert();
        boolean answers = caller.is(Caller.REGULATOR) || caller.is(Caller.PROGRAMME_OFFICE);
        boolean leads = caller.mayLead(found.pilot());
        boolean orders = answers && (leads || caller.is(Caller.PROGRAMME_OFFICE));
        boolean open = !alert.state().isClosed();
        return new May(
                answers && Answering.mayAcknowledge(caller.agencies(programme), alert),
                answers,
                leads && open,
                orders && open && alert.muted() == null && isWaivable(alert.rule()),
                orders && !pilot.state().isEnded() && !pilot.state().isSuspended());
    }

    private static boolean isWaivable(String rule) {
        return Rules.named(rule).map(Rule::ofWhatIsOwed).orElse(false);
    }
}
