package io.pilotwatch.reporting.outcome.core;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The typical cases of the programme as of a day, for others to follow.
 *
 * @param leastPoints of 100, without which no pilot is in it
 * @param cases those with the most points first, among equals by number
 */
public record CaseBook(LocalDate asOf, Text programme, int leastPoints, List<Entry> cases) {

    /**
     * One case.
     *
     * @param fields that it covers; empty where its source states none
     * @param region empty where its source states none
     * @param synthetic made for a demonstration; must be marked wherever it shows
     * @param provenance where its entry in the register was read
     * @param grade with which it was completed; null before that
     * @param points of 100
     * @param nominated whether it is in the book
     * @param reasons why it is, or is not, by each criterion
     * @param accounts what was done, in the team's words
     * @param milestones by the day that was promised first, without those that were left out
     * @param indicators that were promised or told of, in the programme's order
     * @param evidence oldest first
     */
    public record Entry(
            String pilotId,
            int number,
            String organisation,
            Named kind,
            List<Named> fields,
            String region,
            List<String> scenarios,
            boolean synthetic,
            String provenance,
            LocalDate approvedOn,
            @Nullable Named grade,
            int points,
            boolean nominated,
            List<Reason> reasons,
            List<Account> accounts,
            List<Milestone> milestones,
            List<Indicator> indicators,
            List<Evidence> evidence) {}

    /**
     * How it does by a criterion.
     *
     * @param points that it has by it, {@code of} so many
     * @param text what it has and what is asked for
     */
    public record Reason(Named merit, int points, int of, boolean required, boolean met, Text text) {}

    /**
     * A report that the lead regulator accepted.
     *
     * @param period null unless periodic, as {@code title} is where it is
     * @param summary as the team wrote it, in its language
     */
    public record Account(@Nullable Named period, @Nullable String title, LocalDate submittedOn, String summary) {}

    /**
     * A milestone; days are programme days.
     *
     * @param criterion by what one knows that it is reached; null where the plan states none
     * @param baselineDue promised first
     * @param reachedOn null until reached, as is {@code daysLate}
     */
    public record Milestone(
            String milestoneId,
            Text title,
            @Nullable Text criterion,
            LocalDate baselineDue,
            LocalDate due,
            @Nullable LocalDate reachedOn,
            @Nullable Integer daysLate) {}

    /**
     * An indicator, in its unit.
     *
     * @param baseline where it started, and {@code target} where it was to be; null where nothing was promised
     * @param period the latest of which the team told, and {@code value} what it came to then; null while it told of none
     * @param total of what is counted per period over all periods; of any other the same as {@code value}
     * @param achieved percent of the promised change, one decimal; null where none for the better was promised
     * @param atTarget whether the value is at the target or better
     * @param level who vouches for the value
     * @param note how it was measured; null where the team wrote nothing
     */
    public record Indicator(
            Named benefit,
            Named indicator,
            Text unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable Named period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal total,
            @Nullable BigDecimal achieved,
            boolean atTarget,
            Named level,
            @Nullable String note) {}

    /**
     * A piece of evidence.
     *
     * @param milestoneId null where it belongs to the pilot as a whole
     * @param sha256 of its content, lower-case hexadecimal
     * @param periodFrom first programme day that it covers; null with {@code periodTo} where it covers none in particular
     */
    public record Evidence(
            String evidenceId,
            @Nullable String milestoneId,
            Named kind,
            Named level,
            String fileName,
            String sha256,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo) {}
}
