package io.pilotwatch.reporting.export;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.reporting.AsOf;
import io.pilotwatch.reporting.PilotList;
import io.pilotwatch.reporting.Portfolios;
import io.pilotwatch.reporting.export.OpenData.OpenPilot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what is open to anybody, as of today: a day that is over would cost too much for whoever needs no account. */
@ApplicationScoped
class OpenFigures {

    /** Every pilot is in the open data. */
    private static final Caller ANYBODY = new Caller("anybody", Set.of(Caller.VIEWER), Set.of(), Set.of(), Set.of());

    private final PilotList list;
    private final Portfolios portfolios;
    private final Programme programme;
    private final AsOf asOf;
    private final String licence;

    OpenFigures(
            PilotList list,
            Portfolios portfolios,
            Programme programme,
            AsOf asOf,
            @ConfigProperty(name = "pilotwatch.open-data.licence") String licence) {
        this.list = list;
        this.portfolios = portfolios;
        this.programme = programme;
        this.asOf = asOf;
        this.licence = licence;
    }

    OpenData.Pilots pilots() {
        var day = asOf.today();
        var leads = OpenData.leads(portfolios.view(day));
        var pilots = list.visible(ANYBODY, day)
                .map(pilot -> OpenPilot.of(list.item(pilot), leads))
                .toList();
        return new OpenData.Pilots(
                new Named(programme.code(), programme.name()), licence, day, OpenData.NOTICE, pilots);
    }

    OpenData.Portfolio portfolio() {
        return OpenData.Portfolio.of(portfolios.view(asOf.today()), licence);
    }
}
