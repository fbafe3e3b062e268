package io.pilotwatch.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeTest {
    private final Programme programme = ShippedProgramme.read();

    @Test
    void theDeadlineIsTheEndOfTheLastDayInChina() {
        assertEquals(Instant.parse("2023-12-31T16:00:00Z"), programme.deadlineInstant());
    }

    @Test
    void aProgrammeDayIsADayInChina() {
        assertEquals(LocalDate.parse("2023-01-01"), programme.dayOf(Instant.parse("2022-12-31T16:00:00Z")));
    }

    @Test
    void theSixteenFieldsAreSpreadAsTheNoticeSays() {
        var sizes = programme.categories().stream()
                .map(c -> programme.fields().stream()
                        .filter(f -> f.category().equals(c.code()))
                        .count())
                .toList();

        assertEquals(List.of(2L, 6L, 4L, 4L), sizes);
    }

    @Test
    void onlyTheFourPublishedLeadsAreCalledStated() {
        var stated = programme.fields().stream()
                .filter(Programme.Field::leadStated)
                .map(Programme.Field::code)
                .toList();

        assertEquals(List.of("manufacturing", "tax", "health", "trade-finance"), stated);
    }

    @ParameterizedTest(name = "on {0} the banking regulator is called {1}")
    @CsvSource({"2022-01-30, 银保监会", "2023-05-17, 银保监会", "2023-05-18, 国家金融监督管理总局"})
    void aRegulatorBearsTheNameOfTheDay(LocalDate day, String name) {
        assertEquals(name, programme.agency("nfra").nameOn(day).zh());
    }

    @ParameterizedTest(name = "an import may write {0} for {1}")
    @CsvSource({
        "manufacturing, manufacturing",
        "制造, manufacturing",
        "区块链+制造, manufacturing",
        "' Energy ', energy",
        "能源, energy",
        "卫生健康, health",
        "教育, education",
        "版权, copyright",
        "政务数据共享, government-services"
    })
    void aFieldIsFoundByItsSpellings(String spelling, String code) {
        assertEquals(Optional.of(code), programme.fieldSpelled(spelling).map(Programme.Field::code));
    }

    @ParameterizedTest(name = "an import may write {0} for {1}")
    @CsvSource({"comprehensive, comprehensive", "special, special-field", "特色领域试点, special-field"})
    void aKindIsFoundByItsSpellings(String spelling, String code) {
        assertEquals(Optional.of(code), programme.kindSpelled(spelling).map(Programme.Kind::code));
    }

    @Test
    void aSpellingThatNobodyKnowsIsNoField() {
        assertTrue(programme.fieldSpelled("unknown").isEmpty());
    }

    @Test
    void aPilotWithoutFieldIsLedByTheOffice() {
        assertEquals(List.of("cac"), programme.leadsOf(List.of()));
    }

    @Test
    void allThatIsToldOfAPilotGoesToItsLeadsAndOfAKindThatCoversFieldsToTheOfficeToo() {
        assertEquals(List.of("sta"), programme.addressees("special-field", List.of("tax")));
        assertEquals(List.of("cac", "nea", "sta"), programme.addressees("comprehensive", List.of("tax", "energy")));
        assertEquals(List.of("cac"), programme.addressees("comprehensive", List.of()));
        assertEquals(List.of("cac"), programme.addressees("special-field", List.of()));
    }

    @ParameterizedTest(name = "above {0} stands {1}")
    @CsvSource(
            nullValues = "nobody",
            value = {"nea, ndrc", "safe, pboc", "miit, state-council", "spc, nobody", "cac, nobody"})
    void aLeadMayHaveASuperior(String lead, String superior) {
        assertEquals(superior, programme.superiorOf(lead));
    }
}
