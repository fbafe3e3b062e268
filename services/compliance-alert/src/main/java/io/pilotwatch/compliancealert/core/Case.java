package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Facts.KnownPilot;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Measure;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a rule is asked about: an approved pilot, in a programme that gives the rule thresholds.
 *
 * @param today needed by the rule alone whose subjects have no end: reports that are owed as long as something is to be
 *     put right
 */
record Case(Facts facts, Programme programme, List<Threshold> thresholds, LocalDate today) {

    KnownPilot pilot() {
        return facts.pilot();
    }

    Dossier dossier() {
        return facts.dossier();
    }

    /** That instant, or the pilot's approval where that was later. */
    Instant since(Instant at) {
        return Facts.later(at, pilot().since());
    }

    /** When the day so long before another begins. */
    Instant before(LocalDate day, Threshold t) {
        return programme.startOf(programme.calendar().plus(day, -t.at(), t.in()));
    }

    /** When the day so long after another begins. */
    Instant after(LocalDate day, Threshold t) {
        return programme.startOf(programme.calendar().plus(day, t.at(), t.in()));
    }

    /** The thresholds that a magnitude crosses. */
    List<Threshold> crossed(Predicate<Threshold> crosses) {
        return thresholds.stream().filter(crosses).toList();
    }

    /** So many days, in words. */
    static Text days(Threshold t) {
        boolean worked = t.in() == Measure.WORKING_DAYS;
        return new Text(
                t.at() + (worked ? " 个工作日" : " 天"),
                t.at() + (worked ? " working" : "") + (t.at() == 1 ? " day" : " days"));
    }
}
