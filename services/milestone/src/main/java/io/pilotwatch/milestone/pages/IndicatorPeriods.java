package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.milestone.Present;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The periods for which a pilot can say what its indicators came to. */
@ApplicationScoped
class IndicatorPeriods {

    private final Pilots pilots;
    private final Present present;
    private final Heads heads;

    IndicatorPeriods(Pilots pilots, Present present, Heads heads) {
        this.pilots = pilots;
        this.present = present;
        this.heads = heads;
    }

    /** From the one in which the pilot was approved to the present one, the latest first. */
    List<Named> open(String pilotId) {
        var approved = pilots.see(heads.caller(), pilotId).approvedOn();
        var first = Period.containing(approved, present.programme().reports().everyMonths());
        return Stream.iterate(first, period -> !period.from().isAfter(present.today()), Period::next)
                .map(period -> new Named(period.code(), period.text()))
                .toList()
                .reversed();
    }

    /** The period to begin with: the last that is over, or the present one where none is. */
    String usual(String pilotId) {
        return open(pilotId).stream()
                .filter(p -> Period.ofCode(p.code()).orElseThrow().to().isBefore(present.today()))
                .map(Named::code)
                .findFirst()
                .orElseGet(() ->
                        open(pilotId).stream().map(Named::code).findFirst().orElse(""));
    }
}
