package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.compliancealert.core.ConductState;
import io.pilotwatch.compliancealert.core.Flag;
import io.pilotwatch.compliancealert.core.ScreeningRule;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A conduct flag as the API shows it.
 *
 * @param organisation the pilot unit
 * @param synthetic whether the pilot was made for a demonstration
 * @param revision counts its changes from 1
 * @param category the kind of prohibited conduct
 * @param outcome ALERT, REVIEW or MENTION
 * @param state FOUND, CONFIRMED, DISMISSED or NO_LONGER_FOUND
 * @param rule the screening rule that matched; null in flags kept before this was
 * @param vocabulary version of the vocabulary that found it; null in flags kept before this was
 * @param subject what the text belongs to: a milestone's id, or a kind and an id, such as {@code report:0190a1b2-…}
 * @param postingRevision of what was posted
 * @param words as they stand in the text
 * @param excerpt the text around them
 * @param postedAt when the team posted it
 * @param foundAt when a later vocabulary found it; null where it was found when it was posted
 * @param lostWith version of the vocabulary that does not find it any more; null where the latest one does
 * @param decision what a person decided; null before
 */
@JsonInclude(Include.ALWAYS)
public record ConductFlagView(
        String flagId,
        String pilotId,
        String organisation,
        boolean synthetic,
        long revision,
        Named category,
        Named outcome,
        Named state,
        Named rule,
        String vocabulary,
        String subject,
        long postingRevision,
        List<String> words,
        String excerpt,
        Instant postedAt,
        Instant foundAt,
        String lostWith,
        Decision decision) {

    /** What a person decided, and why. */
    public record Decision(String reason, String by, Instant at) {}

    /** A flag with all that ever happened to it, oldest first. */
    public record WithHistory(ConductFlagView flag, List<Step> history) {}

    /**
     * One thing that happened to a flag.
     *
     * @param what FOUND, FOUND_AGAIN, NO_LONGER_FOUND, CONFIRMED or DISMISSED
     * @param by the account that acted; null where a vocabulary did
     * @param reason what the person wrote
     * @param outcome it had from then on
     * @param words it had from then on
     * @param vocabulary that did it; null where a person did
     */
    @JsonInclude(Include.ALWAYS)
    public record Step(
            long revision,
            String what,
            Instant at,
            String by,
            String reason,
            Named outcome,
            List<String> words,
            String vocabulary) {}

    private static final Map<String, Text> CATEGORIES = Map.of(
            "crypto_speculation", new Text("炒币", "Crypto speculation"),
            "mining", new Text("挖矿", "Mining"),
            "illegal_fundraising", new Text("非法集资", "Illegal fundraising"),
            "money_laundering", new Text("洗钱", "Money laundering"),
            "pyramid_selling", new Text("传销", "Pyramid selling"),
            "hype_promotion", new Text("炒作宣传", "Hype"));

    private static final Map<ConductOutcome, Text> OUTCOMES = Map.of(
            ConductOutcome.ALERT, new Text("告警", "Alert"),
            ConductOutcome.REVIEW, new Text("待人工判断", "A person must judge"),
            ConductOutcome.MENTION, new Text("仅提及", "Only mentioned"));

    static ConductFlagView of(Flag flag, String organisation, boolean synthetic) {
        var told = flag.flag();
        var verdict = flag.verdict();
        return new ConductFlagView(
                told.flagId(),
                told.pilotId(),
                organisation,
                synthetic,
                flag.changes(),
                category(told.category()),
                outcome(flag),
                state(flag.state()),
                rule(told.rule()),
                told.vocabulary(),
                flag.subject(),
                flag.revision(),
                told.words(),
                told.excerpt(),
                flag.postedAt(),
                flag.foundAt(),
                flag.lostWith(),
                verdict == null ? null : new Decision(verdict.reason(), verdict.by(), verdict.at()));
    }

    static Step step(ConductRows.Step step) {
        var flag = step.flag();
        var verdict = flag.verdict();
        var vocabulary = flag.lostWith() == null ? flag.flag().vocabulary() : flag.lostWith();
        return new Step(
                step.revision(),
                step.what(),
                step.at(),
                verdict == null ? null : verdict.by(),
                verdict == null ? null : verdict.reason(),
                outcome(flag),
                flag.flag().words(),
                verdict == null ? vocabulary : null);
    }

    /** A vocabulary may have a category of its own, which then goes by its code. */
    private static Named category(String code) {
        return new Named(code, CATEGORIES.getOrDefault(code, new Text(code, code)));
    }

    private static Named outcome(Flag flag) {
        var outcome = flag.flag().outcome();
        return new Named(outcome.name(), OUTCOMES.get(outcome));
    }

    private static Named state(ConductState state) {
        return new Named(state.name(), state.text());
    }

    private static Named rule(@Nullable String code) {
        return code == null ? null : new Named(code, ScreeningRule.titled(code));
    }
}
