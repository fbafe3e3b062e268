package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Plans.day;
import static io.pilotwatch.reporting.core.Plans.open;
import static io.pilotwatch.reporting.core.Plans.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.reporting.core.PilotFacts.Alerts;
import io.pilotwatch.reporting.core.PilotFacts.Outcome;
import io.pilotwatch.reporting.core.PilotFacts.Plan;
import io.pilotwatch.reporting.core.PilotFacts.Register;
import io.pilotwatch.reporting.core.PilotFacts.Reports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private static final Programme PROGRAMME = Samples.programme();

    @ParameterizedTest(name = "{0}: «{1}» finds it: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a part of the Chinese name                  | 轨道交通      | true
        a single character                          | 轨            | true
        Latin in another case                       | csr           | true
        full-width Latin                            | ＣＳＲ        | true
        its number                                  | 101           | true
        the number in full-width digits             | １０１        | true
        its id, in another case                     | bp-101        | true
        full-width digits of the name by half-width | 5号           | true
        and by full-width                           | ５号          | true
        a ligature by its letters                   | office        | true
        a letter that has no capital by its capitals| STRASSE       | true
        two words, both there, in any order         | 交通 中车     | true
        two words apart by an ideographic space     | `交通　中车`  | true
        two words, one not there                    | 交通 医院     | false
        a scenario                                  | 车票          | true
        a field by its Chinese name                 | 税费          | true
        and by its English name                     | fee services  | true
        a region                                    | 湖南          | true
        an organisation that acts for it            | 示例单位-029  | true
        not across two of its names                 | 湖南车        | false
        something else                              | 银行          | false
        nothing but spaces                          | `   `         | true
        a wildcard is a letter like any other       | %             | false
        """)
    void aPilotIsFoundByWhatItIsCalled(String sentence, String typed, boolean found) {
        assertEquals(found, search(Map.of(), typed).matches(pilot(), PROGRAMME));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "FIELD, tax, true",
        "FIELD, energy, false",
        "CATEGORY, governance, true",
        "CATEGORY, fintech, false",
        "KIND, special-field, true",
        "KIND, comprehensive, false",
        "REGION, 湖南省, true",
        "REGION, 北京市, false",
        "REGULATOR, sta, true",
        "REGULATOR, nea, false",
        "STATE, IN_PROGRESS, true",
        "STATE, COMPLETED, false"
    })
    void aPilotIsFoundByTheRowsThatItIsIn(Breakdown by, String code, boolean found) {
        assertEquals(found, search(Map.of(by, code), "").matches(pilot(), PROGRAMME));
    }

    @ParameterizedTest(name = "rating {0}, finish {1}, forecast late {2}, overdue {3}, synthetic {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -, -, true",
                "NOT_RATED, UNDECIDED, true, true, true, true",
                "GREEN, -, -, -, -, false",
                "-, LATE, -, -, -, false",
                "-, -, false, -, -, false",
                "-, -, -, false, -, false",
                "-, -, -, -, false, false"
            })
    void aPilotIsFoundByHowItDoes(
            Rating rating, Finish finish, Boolean forecastLate, Boolean overdue, Boolean synthetic, boolean found) {
        var search = new Search(Map.of(), rating, finish, forecastLate, overdue, synthetic, List.of());
        assertEquals(found, search.matches(pilot(), PROGRAMME));
    }

    @Test
    void allThatIsGivenMustHold() {
        var rows = new HashMap<>(Map.of(Breakdown.FIELD, "tax", Breakdown.REGULATOR, "sta"));
        assertEquals(true, search(rows, "中车 101").matches(pilot(), PROGRAMME));
        rows.put(Breakdown.STATE, "COMPLETED");
        assertFalse(search(rows, "中车 101").matches(pilot(), PROGRAMME));
    }

    private static Search search(Map<Breakdown, String> rows, String typed) {
        return new Search(rows, null, null, null, null, null, Search.words(typed));
    }

    /** Late with its only milestone, which it will not reach before 2024. */
    private static PilotFigures pilot() {
        var facts = new PilotFacts(
                "BP-101",
                new Register(
                        101,
                        "special-field",
                        List.of("tax"),
                        "中车CSR轨道交通第５号 oﬃce Straße",
                        List.of("示例单位-029"),
                        List.of("车票核验"),
                        "湖南省",
                        true,
                        Plans.START,
                        PilotState.IN_PROGRESS,
                        null,
                        day("2022-03-01")),
                late(),
                Alerts.NONE,
                Reports.NONE,
                Outcome.NONE);
        return PilotFigures.of(facts, day("2023-10-01"), PROGRAMME);
    }

    private static Plan late() {
        return plan(open("m1", "2023-06-30", 100, 20));
    }
}
