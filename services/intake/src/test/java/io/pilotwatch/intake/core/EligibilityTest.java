package io.pilotwatch.intake.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EligibilityTest {

    /** That of a special-field pilot to which nobody objects. */
    static Wish wish() {
        return wish("special-field", List.of("tax"), List.of(), "county", null);
    }

    private static Wish wish(String kind, List<String> fields, List<String> tags, String level, String reason) {
        return new Wish(kind, fields, tags, "甲", "北京市", "s\nt", List.of("电子发票"), level, reason, true);
    }

    private static Wish text(String region, String summary, List<String> scenarios) {
        return new Wish("special-field", List.of("tax"), List.of(), "甲", region, summary, scenarios, null, null, true);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theProgrammeDecidesWhoMayAskForWhat(String sentence, Wish wish, IntakeRefusal refusal) {
        assertEquals(new Refused<>(refusal), Eligibility.check(Shipped.PROGRAMME, wish));
    }

    static Stream<Arguments> theProgrammeDecidesWhoMayAskForWhat() {
        var tax = List.of("tax");
        var none = List.<String>of();
        var one = List.of("x");
        return Stream.of(
                arguments("no such kind", wish("special", tax, none, null, null), IntakeRefusal.KIND_UNKNOWN),
                arguments(
                        "no such field",
                        wish("special-field", List.of("taxes"), none, null, null),
                        IntakeRefusal.FIELD_UNKNOWN),
                arguments(
                        "covered ones too",
                        wish("comprehensive", List.of("tax", "x"), none, "prefecture", null),
                        IntakeRefusal.FIELD_UNKNOWN),
                arguments(
                        "a field is needed",
                        wish("special-field", none, none, null, null),
                        IntakeRefusal.ONE_FIELD_NEEDED),
                arguments(
                        "and only one",
                        wish("special-field", List.of("tax", "energy"), none, null, null),
                        IntakeRefusal.ONE_FIELD_NEEDED),
                arguments(
                        "a comprehensive one names what it covers",
                        wish("comprehensive", none, none, "prefecture", null),
                        IntakeRefusal.FIELDS_NEEDED),
                arguments(
                        "a field with parts needs one of them",
                        wish("special-field", List.of("government-services"), none, null, null),
                        IntakeRefusal.TAG_NEEDED),
                arguments(
                        "so does a covered one",
                        wish("comprehensive", List.of("tax", "government-services"), none, "prefecture", null),
                        IntakeRefusal.TAG_NEEDED),
                arguments(
                        "a part of another field",
                        wish("special-field", tax, List.of("data-sharing"), null, null),
                        IntakeRefusal.TAG_UNKNOWN),
                arguments(
                        "no such part",
                        wish("special-field", List.of("government-services"), List.of("x"), null, null),
                        IntakeRefusal.TAG_UNKNOWN),
                arguments(
                        "a comprehensive one states its level",
                        wish("comprehensive", tax, none, null, null),
                        IntakeRefusal.LEVEL_NEEDED),
                arguments(
                        "no such level",
                        wish("special-field", tax, none, "village", null),
                        IntakeRefusal.LEVEL_UNKNOWN),
                arguments(
                        "an unusual level needs a reason",
                        wish("comprehensive", tax, none, "county", null),
                        IntakeRefusal.LEVEL_REASON_NEEDED),
                arguments(
                        "and blanks are none",
                        wish("comprehensive", tax, none, "county", " \n"),
                        IntakeRefusal.LEVEL_REASON_NEEDED),
                arguments("a scenario at least", text("北京市", "s", none), IntakeRefusal.SCENARIOS_NEEDED),
                arguments(
                        "fifty at most",
                        text("北京市", "s", Collections.nCopies(51, "x")),
                        IntakeRefusal.SCENARIOS_NEEDED),
                arguments(
                        "a scenario is one line", text("北京市", "s", List.of("a\nb")), IntakeRefusal.SCENARIO_NOT_PLAIN),
                arguments("a region is one line", text("北\n京", "s", one), IntakeRefusal.REGION_NOT_PLAIN),
                arguments("and has no half characters", text("\uD800", "s", one), IntakeRefusal.REGION_NOT_PLAIN),
                arguments("a summary has no bell", text("北京市", "\u0007", one), IntakeRefusal.SUMMARY_NOT_PLAIN));
    }

    @Test
    void aDraftWaitsForWhatIsMissingAndNotForWhatIsWrong() {
        var nothing = Wish.of("甲", true);
        assertEquals(
                Decided.class,
                Eligibility.checkDraft(Shipped.PROGRAMME, nothing).getClass());
        assertEquals(
                List.of(
                        IntakeRefusal.KIND_NEEDED,
                        IntakeRefusal.FIELD_NEEDED,
                        IntakeRefusal.SCENARIOS_NEEDED,
                        IntakeRefusal.REGION_NEEDED,
                        IntakeRefusal.SUMMARY_NEEDED),
                Eligibility.obstacles(Shipped.PROGRAMME, nothing));
        var refused = (Refused<Wish>) Eligibility.check(Shipped.PROGRAMME, nothing);
        assertEquals("KIND_NEEDED", refused.refusal().name());
        assertEquals(5, refused.refusal().faults().size());

        var wrong = nothing.asking("", List.of("no-such-field"), List.of());
        assertEquals(new Refused<>(IntakeRefusal.FIELD_UNKNOWN), Eligibility.checkDraft(Shipped.PROGRAMME, wrong));
    }

    @Test
    void fieldsAndTagsStandInTheProgrammesOrderAndOnce() {
        var wish = wish(
                "comprehensive",
                List.of("tax", "government-services", "energy", "tax"),
                List.of("data-sharing", "online-services", "data-sharing"),
                "prefecture",
                null);

        var eligible = ((Decided<Wish>) Eligibility.check(Shipped.PROGRAMME, wish)).state();

        assertEquals(List.of("energy", "government-services", "tax"), eligible.fields());
        assertEquals(List.of("online-services", "data-sharing"), eligible.tags());
    }

    @ParameterizedTest(name = "a {0} one of {1} level is unusual: {2}")
    @CsvSource({
        "comprehensive, prefecture, false",
        "comprehensive, county, true",
        "comprehensive, new-area, true",
        "special-field, county, false",
        "special-field, , false"
    })
    void anUnusualLevelIsAWarningAndNoBlock(String kind, String level, boolean unusual) {
        var wish = wish(kind, List.of("tax"), List.of(), level, "综合配套改革试验区");

        assertEquals(Decided.class, Eligibility.check(Shipped.PROGRAMME, wish).getClass());
        assertEquals(unusual, Eligibility.isUnusual(Shipped.PROGRAMME, kind, level));
    }

    @ParameterizedTest(name = "“{0}” and “{1}”: {2}")
    @CsvSource({"区块链 核验, 区块链核验。, true", "ＡＢＣ１２, abc-12, true", "Tax  invoice!, tax INVOICE, true", "税, 费, false"})
    void textsAreTheSameButForWidthCaseBlanksAndPunctuation(String one, String other, boolean same) {
        assertEquals(same, SameText.hash(one).equals(SameText.hash(other)));
    }
}
