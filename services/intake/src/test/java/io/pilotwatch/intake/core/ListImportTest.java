package io.pilotwatch.intake.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.intake.core.ListImport.Outcome;
import io.pilotwatch.intake.core.ListImport.Result;
import io.pilotwatch.intake.core.ListImport.Taken;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListImportTest {

    private static final LocalDate DAY = LocalDate.of(2022, 1, 30);
    private static final Taken NONE = new Taken(Map.of(), Set.of());
    private static final String GOOD = "16|special|制造|manufacturing|示例单位|北京市|a source|";

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyFindingOfARowIsReported(String sentence, String row, String findings) {
        var result = decide(NONE, row).getFirst();

        assertEquals(findings, findings(result));
        boolean refused =
                result.row().findings().stream().anyMatch(f -> !f.code().isWarning());
        assertEquals(refused ? Outcome.REFUSED : Outcome.CREATED, result.outcome());
    }

    static Stream<Arguments> rows() {
        var longName = "长".repeat(201);
        return Stream.of(
                arguments("a complete row has none", GOOD, ""),
                arguments("a comprehensive pilot needs no field", "1|comprehensive|||海淀区|北京市|s|false", ""),
                arguments("it may name the fields it covers", "1|综合性|制造；能源|energy; manufacturing|海淀区||s|", ""),
                arguments("kinds and fields are known by any spelling", "2|特色领域试点|区块链+制造||甲|| s |TRUE", ""),
                arguments(
                        "a special pilot's unknown field is a warning",
                        "24|special||unknown|工商银行||s|",
                        "FIELD_NOT_STATED@FIELD_EN"),
                arguments("so is an empty one", "24|special|||工商银行||s|", "FIELD_NOT_STATED@FIELD_EN"),
                arguments("another field is an error", "2|special||blockchain|甲||s|", "FIELD_UNKNOWN@FIELD_EN"),
                arguments(
                        "in both columns", "2|special|区块|chain|甲||s|", "FIELD_UNKNOWN@FIELD_ZH FIELD_UNKNOWN@FIELD_EN"),
                arguments("the two columns must agree", "2|special|能源|tax|甲||s|", "FIELDS_DISAGREE@FIELD_EN"),
                arguments("a special pilot has one field", "2|special|能源、制造||甲||s|", "ONE_FIELD_ONLY@FIELD_ZH"),
                arguments("number 0 is none", "0|special||tax|甲||s|", "NUMBER_UNUSABLE@SEQ"),
                arguments("nor is a negative one", "-3|special||tax|甲||s|", "NUMBER_UNUSABLE@SEQ"),
                arguments("nor one with a fraction", "1.5|special||tax|甲||s|", "NUMBER_UNUSABLE@SEQ"),
                arguments("nor one beyond any list", "100000000|special||tax|甲||s|", "NUMBER_UNUSABLE@SEQ"),
                arguments("a name has an end", "2|special||tax|" + longName + "||s|", "VALUE_TOO_LONG@ORGANISATION_ZH"),
                arguments("a name has no tab", "2|special||tax|甲\t乙||s|", "CONTROL_CHARACTER@ORGANISATION_ZH"),
                arguments("nor a turn of direction", "2|special||tax|甲|\u202E乙|s|", "CONTROL_CHARACTER@REGION_ZH"),
                arguments("a source may have lines", "2|special||tax|甲||one\ntwo|", ""),
                arguments("synthetic is true or false", "2|special||tax|甲||s|yes", "SYNTHETIC_UNUSABLE@SYNTHETIC"),
                arguments("a missing cell leaves the rest untold", "2|special||tax|甲||s", "CELLS_MISSING"),
                arguments("so does one too many", GOOD + "|x", "CELLS_EXTRA"),
                arguments(
                        "all errors are told, not the first",
                        "x|other||nonsense||||perhaps",
                        "NUMBER_UNUSABLE@SEQ KIND_UNKNOWN@KIND FIELD_UNKNOWN@FIELD_EN"
                                + " VALUE_MISSING@ORGANISATION_ZH VALUE_MISSING@SOURCE SYNTHETIC_UNUSABLE@SYNTHETIC"),
                arguments(
                        "an empty row is refused",
                        "|||||||",
                        "VALUE_MISSING@SEQ VALUE_MISSING@KIND VALUE_MISSING@ORGANISATION_ZH VALUE_MISSING@SOURCE"));
    }

    @Test
    void aGoodRowBecomesAPilotOfTheDay() {
        var pilot = decide(NONE, GOOD).getFirst().pilot();

        assertEquals(
                new Pilot(
                        "BP-016", 16, "special-field", List.of("manufacturing"), "示例单位", "北京市", DAY, false, "a source"),
                pilot);
    }

    @Test
    void aWrongRowKeepsNoOtherOut() {
        var results = decide(NONE, GOOD, "x|special||tax|甲||s|", "17|special||tax|甲||s|");

        assertEquals(
                List.of(Outcome.CREATED, Outcome.REFUSED, Outcome.CREATED),
                results.stream().map(Result::outcome).toList());
    }

    @Test
    void aNumberTwiceInTheFileIsRefusedTheSecondTime() {
        var results = decide(NONE, GOOD, "016|special||tax|甲||s|");

        assertEquals("NUMBER_REPEATED@SEQ", findings(results.getLast()));
        assertEquals(
                "Number 16 already stands on line 2.",
                results.getLast().row().findings().getFirst().detail().en());
        assertEquals(Outcome.CREATED, results.getFirst().outcome());
    }

    @Test
    void theSameContentAgainIsUnchangedHoweverItIsSpelled() {
        var registered = decide(NONE, GOOD).getFirst().pilot();
        var taken = new Taken(Map.of(16, registered), Set.of());

        var again = decide(taken, "016| 特色领域 ||区块链+制造|示例单位 |北京市|a source|false").getFirst();

        assertEquals(Outcome.UNCHANGED, again.outcome());
        assertNull(again.pilot());
    }

    @Test
    void otherContentIsRefusedColumnByColumn() {
        var registered = decide(NONE, GOOD).getFirst().pilot();
        var taken = new Taken(Map.of(16, registered), Set.of());

        var other = decide(taken, "16|special||tax|另一单位|北京市|a source|").getFirst();

        assertEquals("ALREADY_REGISTERED@FIELD_EN ALREADY_REGISTERED@ORGANISATION_ZH", findings(other));
        assertEquals(Outcome.REFUSED, other.outcome());
    }

    @Test
    void aNumberOfAnApplicationIsNotTaken() {
        var result = decide(new Taken(Map.of(), Set.of(16)), GOOD).getFirst();

        assertEquals("NUMBER_OF_APPLICATION@SEQ", findings(result));
    }

    private static List<Result> decide(Taken taken, String... rows) {
        var header = List.of(Column.values());
        var read = IntStream.range(0, rows.length)
                .mapToObj(i -> new Row(i + 2, header, List.of(rows[i].split("\\|", -1))))
                .toList();
        return ListImport.decide(Shipped.PROGRAMME, ListImport.check(Shipped.PROGRAMME, read), taken, DAY);
    }

    private static String findings(Result result) {
        return String.join(
                " ",
                result.row().findings().stream()
                        .map(f -> f.column() == null ? f.code().name() : f.code() + "@" + f.column())
                        .toList());
    }
}
