package io.pilotwatch.reporting.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.PilotItem;
import io.pilotwatch.reporting.PilotView;
import io.pilotwatch.reporting.PortfolioView;
import io.pilotwatch.reporting.PortfolioView.Count;
import io.pilotwatch.reporting.PortfolioView.Lead;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What anybody may know of the programme: names of units that were published and figures, but no account, nobody's words,
 * and of a single pilot neither what it says of itself nor its alerts, which may prove unfounded.
 */
final class OpenData {

    /** What holds of all of it. {@code notice} says what synthetic entries and inferred leads are. */
    static final Text NOTICE = new Text(
            "synthetic 为 true 的条目为合成数据，仅用于演示，不对应任何真实单位；lead.stated 为 false 的牵头部门为推断，公开资料未明确。",
            "Entries with synthetic true are made up for demonstration and stand for no real unit; a lead with stated false is"
                    + " inferred, and no published source states it.");

    private OpenData() {}

    /**
     * The pilots.
     *
     * @param licence address of the licence under which the data may be used
     * @param asOf programme day
     */
    record Pilots(Named programme, String licence, LocalDate asOf, Text notice, List<OpenPilot> pilots) {}

    /**
     * The programme in figures, as {@link PortfolioView} has them.
     *
     * @param licence as for the pilots
     * @param asOf programme day
     */
    record Portfolio(
            Named programme,
            String licence,
            LocalDate asOf,
            LocalDate deadline,
            Text notice,
            PortfolioView.Pilots pilots,
            List<Count> byState,
            List<Count> byRating,
            List<PortfolioView.Slice> byField,
            PortfolioView.Milestones milestones,
            PortfolioView.Finishes finish,
            int forecastLate,
            PortfolioView.OnTime onTime) {

        static Portfolio of(PortfolioView view, String licence) {
            return new Portfolio(
                    view.programme(),
                    licence,
                    view.day(),
                    view.deadline(),
                    NOTICE,
                    view.pilots(),
                    view.byState(),
                    view.byRating(),
                    view.byField(),
                    view.milestones(),
                    view.finish(),
                    view.forecastLate(),
                    view.onTime());
        }
    }

    /**
     * A pilot, as {@link PilotItem} has it.
     *
     * @param lead of the row of the portfolio that it is counted in; null where nobody leads that
     * @param region empty where the source states none
     * @param rating the system's
     * @param milestonesTotal without cancelled ones
     */
    @JsonInclude(Include.ALWAYS)
    record OpenPilot(
            String pilotId,
            int number,
            String organisation,
            Named group,
            @Nullable Lead lead,
            Named kind,
            String region,
            boolean synthetic,
            Named state,
            Named rating,
            PilotView.Finish finish,
            int milestonesReached,
            int milestonesTotal,
            int overdueMilestones,
            int daysLate) {

        static OpenPilot of(PilotItem item, Map<String, Lead> leads) {
            return new OpenPilot(
                    item.pilotId(),
                    item.number(),
                    item.organisation(),
                    item.group(),
                    leads.get(item.group().code()),
                    item.kind(),
                    item.region(),
                    item.synthetic(),
                    item.state(),
                    item.rating(),
                    item.finish(),
                    item.milestonesReached(),
                    item.milestonesTotal(),
                    item.overdueMilestones(),
                    item.daysLate());
        }
    }

    /** Who leads what, by the code of the portfolio's row. */
    static Map<String, Lead> leads(PortfolioView view) {
        return view.byField().stream()
                .filter(row -> row.lead() != null)
                .collect(Collectors.toMap(row -> row.group().code(), PortfolioView.Slice::lead));
    }
}
