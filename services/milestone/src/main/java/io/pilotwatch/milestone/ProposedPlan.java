package io.pilotwatch.milestone;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.core.Draft;
import io.pilotwatch.platform.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan as the team posts it.
 *
 * @param milestones absent for those of the programme's template, or, in a change, of the plan in force
 * @param indicators absent for none, or, in a change, for those of the plan in force
 */
public record ProposedPlan(
        @Nullable @Size(min = 1, max = 100) List<@NotNull @Valid ProposedMilestone> milestones,
        @Nullable @Size(max = 100) List<@NotNull @Valid ProposedTarget> indicators) {

    /** Ids stand in addresses, so their shape is narrow. */
    private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

    /**
     * A milestone of it.
     *
     * @param milestoneId absent for the lowest free {@code m1}, {@code m2} …
     * @param due programme day
     * @param weight share of the whole in percent; all add up to 100
     * @param critical absent for no; a critical one is accepted by two persons
     * @param criterion by what one will know that it is reached
     * @param dependsOn ids of the milestones that must be reached before it is claimed
     */
    public record ProposedMilestone(
            @Nullable @Pattern(regexp = ID) String milestoneId,

            @NotNull @Valid Wording title,
            @NotNull LocalDate due,
            @NotNull @Min(1) @Max(100) Integer weight,
            @Nullable Boolean critical,
            @Nullable @Valid Wording criterion,
            @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = ID) String> dependsOn) {

        private PlannedMilestone planned() {
            return new PlannedMilestone(
                    milestoneId,
                    title.text(),
                    due,
                    weight,
                    Boolean.TRUE.equals(critical),
                    criterion == null ? null : criterion.text(),
                    dependsOn == null ? List.of() : dependsOn);
        }
    }

    /** In Chinese, English or both; where one is absent the other stands for it. */
    public record Wording(
            @Nullable @Words @Size(max = 500) String zh,
            @Nullable @Words @Size(max = 500) String en) {

        /** Null where it says nothing. */
        private Text text() {
            if (isSaid(zh) || isSaid(en)) {
                return new Text(isSaid(zh) ? zh : en, isSaid(en) ? en : zh);
            }
            return null;
        }

        private static boolean isSaid(String words) {
            return words != null && !words.isBlank();
        }
    }

    /** What is promised of an indicator of the programme, in its unit: where it starts, and where it is to be at the deadline. */
    public record ProposedTarget(
            @NotNull @Pattern(regexp = ID) String indicator,
            @NotNull @Digits(integer = 15, fraction = 4) BigDecimal baseline,
            @NotNull @Digits(integer = 15, fraction = 4) BigDecimal target) {}

    /** What is decided on. */
    public Draft draft() {
        return new Draft(
                milestones == null
                        ? null
                        : milestones.stream().map(ProposedMilestone::planned).toList(),
                indicators == null
                        ? null
                        : indicators.stream()
                                .map(t -> new IndicatorTarget(t.indicator(), t.baseline(), t.target()))
                                .toList());
    }
}
