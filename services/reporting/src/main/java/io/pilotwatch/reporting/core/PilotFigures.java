package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What a pilot's facts amount to on a programme day.
 *
 * @param day as of which
 * @param countedTo the day, or that on which the pilot ended: nothing more is expected of it then
 * @param group code of the row of the portfolio that it belongs to, see {@link FieldGroup}
 * @param agencies codes of those that answer for it: its field's lead; the office and the lead of each named field where
 *     its kind covers several
 * @param rating the system's
 * @param forecast null while there is no plan
 * @param finishedOn programme day on which the last milestone was reached; null while any is open
 * @param planned milestones, without those that were left out
 * @param reports how punctual its periodic reports are, by period
 * @param milestones how punctual its milestones are, by the quarter of the due day
 */
public record PilotFigures(
        PilotFacts facts,
        LocalDate day,
        LocalDate countedTo,
        String group,
        List<String> agencies,
        SystemRating rating,
        @Nullable Forecast forecast,
        Finish finish,
        @Nullable LocalDate finishedOn,
        int planned,
        int reached,
        Lateness lateness,
        List<OnTime> reports,
        List<OnTime> milestones) {

    /** In the order of the list: by number, then by id. */
    public static final Comparator<PilotFigures> IN_LIST = Comparator.comparingInt(
                    (PilotFigures f) -> f.facts().register().number())
            .thenComparing(f -> f.facts().pilotId());

    /** The figures as of that day. */
    public static PilotFigures of(PilotFacts facts, LocalDate day, Programme programme) {
        var register = facts.register();
        var countedTo = countedTo(facts, day);
        var owed = OnTime.owed(facts, countedTo, programme);
        var all = facts.plan().milestones();
        var finishedOn = Forecast.finishedOn(facts.plan());
        var forecast = all.isEmpty() ? null : Forecast.of(facts.plan(), register.approvedOn(), countedTo);
        return new PilotFigures(
                facts,
                day,
                countedTo,
                FieldGroup.of(register.kind(), register.fields(), programme),
                programme.addressees(register.kind(), register.fields()),
                SystemRating.of(facts, forecast, owed, countedTo, programme),
                forecast,
                Finish.on(day, register.state(), finishedOn, programme.deadline()),
                finishedOn,
                (int) all.stream().filter(Milestone::isPlanned).count(),
                (int) all.stream()
                        .filter(m -> m.state() == MilestoneState.REACHED)
                        .count(),
                Lateness.of(all, countedTo, register.state().isEnded()),
                OnTime.reports(facts, owed),
                OnTime.milestones(facts.plan(), countedTo));
    }

    /** The day to which things are counted: once a pilot has ended nothing more is expected of it. */
    static LocalDate countedTo(PilotFacts facts, LocalDate day) {
        var register = facts.register();
        return register.state().isEnded() && register.changedOn().isBefore(day) ? register.changedOn() : day;
    }

    /** Whether it is likely to finish after the deadline, by the system's forecast, or did. */
    public boolean isForecastLate(Programme programme) {
        var last = finishedOn != null || forecast == null ? finishedOn : forecast.likely();
        return last != null
                && last.isAfter(programme.deadline())
                && !Finish.LEFT.contains(facts.register().state());
    }

    /** Open alerts that somebody is told of. */
    public int alerts() {
        return facts.alerts().told().size();
    }

    /** Those of them that speak of the team's silence. */
    public int staleAlerts() {
        return (int) facts.alerts().told().stream()
                .filter(a -> a.rule().equals(AlertRule.STALE))
                .count();
    }
}
