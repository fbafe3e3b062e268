package io.pilotwatch.intake;

import static io.pilotwatch.intake.Api.HEADER;
import static io.pilotwatch.intake.Api.IMPORT;
import static io.pilotwatch.intake.Api.PILOTS;
import static io.pilotwatch.intake.Api.as;
import static io.pilotwatch.intake.Api.freshNumbers;
import static io.pilotwatch.intake.Api.idOf;
import static io.pilotwatch.intake.Api.imported;
import static io.pilotwatch.intake.Api.row;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ImportIT {

    private static final Path LISTS = Path.of("../../deploy/local/demonstration");
    private static final String TOPIC = "pilotwatch.pilots.v1";

    @ParameterizedTest(name = "{0} with {1} rows")
    @CsvSource({"pilots.csv, 27, 1", "synthetic-pilots.csv, 152, 0"})
    void theShippedListsAreTakenAsTheyAreAndAgainWithoutChange(String file, int rows, int warned) throws IOException {
        var list = Files.readAllBytes(LISTS.resolve(file));

        imported(list, "en", false)
                .statusCode(200)
                .body("summary.rows", is(rows))
                .body("summary.refused", is(0))
                .body("summary.warned", is(warned))
                .body("results.outcome", everyItem(is(oneOf("created", "unchanged"))));

        imported(list, "en", false).statusCode(200).body("summary.unchanged", is(rows));
    }

    @Test
    void aRealPilotWithoutAStatedFieldIsLedByTheOffice() throws IOException {
        imported(Files.readAllBytes(LISTS.resolve("pilots.csv")), "en", false)
                .body("results[23].warnings.code", contains("FIELD_NOT_STATED"))
                .body("results[23].warnings.detail", contains("field not stated in the source"));

        as("office")
                .get(PILOTS + "/BP-024")
                .then()
                .statusCode(200)
                .body("organisation", is("中国工商银行"))
                .body("fields", empty())
                .body("leads.code", contains("cac"))
                .body("leads.stated", contains(false))
                .body("provenance", containsString("field NOT stated"))
                .body("synthetic", is(false));
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndChangesNothing() {
        int number = freshNumbers(1);
        var file = (HEADER + row(number)).getBytes(StandardCharsets.UTF_8);

        as("office")
                .contentType("text/csv")
                .body(file)
                .post(IMPORT + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("results[0].outcome", is("created"));

        as("office").get(PILOTS + "/" + idOf(number)).then().statusCode(404);
        imported(file, "en", true).body("results[0].outcome", is("created"));
        imported(file, "en", false).body("results[0].outcome", is("created"));
        imported(file, "en", true).body("results[0].outcome", is("unchanged"));
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The programme has no kind “pilot”. | Number %d already stands on line 2.",
                "zh-CN | 本项目没有类别“pilot”。 | 编号 %d 已出现在第 2 行。"
            })
    void everyWrongRowIsReportedWithPlaceAndReasonAndTheOthersAreTaken(String language, String kind, String repeated) {
        int number = freshNumbers(4);
        var file = HEADER
                + number + ",special,,tax,示例单位-028,北京市,\"one\ntwo\",true\n"
                + (number + 1) + ",pilot,,taxes,\"示例,单位\",北京市,,true\n"
                + "\n"
                + number + ",special,,tax,示例单位-028,北京市,\"a\r\nb\",maybe\r\n"
                + (number + 2) + ",special,,tax,示例单位-028\n"
                + row(number + 3);

        imported(file.getBytes(StandardCharsets.UTF_8), language, false)
                .statusCode(207)
                .body("language", is(language))
                .body("summary.created", is(2))
                .body("summary.refused", is(3))
                .body("results.line", contains(2, 4, 6, 8, 9))
                .body("results.outcome", contains("created", "refused", "refused", "refused", "created"))
                .body("results[1].errors.code", contains("KIND_UNKNOWN", "FIELD_UNKNOWN", "VALUE_MISSING"))
                .body("results[1].errors.line", contains(4, 4, 4))
                .body("results[1].errors.column", contains("kind", "field_en", "source"))
                .body("results[1].errors.character", contains(10, 17, 35))
                .body("results[1].errors.detail", hasItem(kind))
                .body("results[2].errors.code", contains("SYNTHETIC_UNUSABLE", "NUMBER_REPEATED"))
                .body("results[2].errors.line", contains(7, 6))
                .body("results[2].errors.character", contains(4, 1))
                .body("results[2].errors.detail", hasItem(repeated.formatted(number)))
                .body("results[3].errors.code", contains("CELLS_MISSING"))
                .body("results[3].errors.column", contains(nullValue()));

        as("office").get(PILOTS + "/" + idOf(number + 3)).then().statusCode(200);
        as("office").get(PILOTS + "/" + idOf(number + 1)).then().statusCode(404);
    }

    @Test
    void aRegisteredPilotIsNotChangedByAnImport() {
        int number = freshNumbers(1);
        imported(HEADER + row(number)).statusCode(200);

        imported(HEADER + row(number).replace("028", "029"))
                .statusCode(207)
                .body("results[0].outcome", is("refused"))
                .body("results[0].errors.code", contains("ALREADY_REGISTERED"))
                .body("results[0].errors.column", contains("organisation_zh"))
                .body("results[0].errors[0].detail", containsString("示例单位-028"));

        as("office").get(PILOTS + "/" + idOf(number)).then().body("organisation", is("示例单位-028"));
    }

    @ParameterizedTest(name = "{0} with mark: {1}")
    @CsvSource({"UTF-8, true, UTF-8", "UTF-8, false, UTF-8", "GBK, false, GB18030"})
    void chineseArrivesInEitherEncoding(String charset, boolean mark, String encoding) {
        int number = freshNumbers(1);
        var file = ((mark ? "\uFEFF" : "") + HEADER + row(number)).getBytes(Charset.forName(charset));

        imported(file, "en", false).statusCode(200).body("encoding", is(encoding));

        as("office").get(PILOTS + "/" + idOf(number)).then().body("organisation", is("示例单位-028"));
    }

    @Test
    void aFileThatCannotBeReadIsAProblemInTheCallersLanguage() {
        imported("seq,kind\n1,special\n".getBytes(StandardCharsets.UTF_8), "zh-CN", false)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("COLUMNS_MISSING"))
                .body("detail", containsString("文件首行缺少列"))
                .body("errors.pointer", contains("field_zh", "field_en", "organisation_zh", "region_zh", "source"));
    }

    @Test
    void aColumnThatIsNotImportedIsSaid() {
        imported(("note," + HEADER + "hello," + row(freshNumbers(1))).getBytes(StandardCharsets.UTF_8), "en", true)
                .statusCode(200)
                .body("warnings.code", contains("COLUMN_UNKNOWN"))
                .body("warnings.column", contains("note"));
    }

    @Test
    void aMisspelledDryRunIsNotARealOne() {
        as("office")
                .contentType("text/csv")
                .body((HEADER + row(freshNumbers(1))).getBytes(StandardCharsets.UTF_8))
                .post(IMPORT + "?dryRun=yes")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("dryRun"));
    }

    @Test
    void aPilotIsToldOnceHoweverOftenTheListIsImported() {
        int number = freshNumbers(2);
        imported(HEADER + row(number)).statusCode(200);
        imported(HEADER + row(number) + row(number + 1)).statusCode(200);

        // The second pilot's event was put in after anything that the repeat could have said.
        TestTopics.read(TOPIC, idOf(number + 1), found -> !found.isEmpty());
        var records = TestTopics.read(TOPIC, idOf(number), found -> !found.isEmpty());

        assertEquals(1, records.size());
        var record = records.getFirst();
        assertEquals("io.pilotwatch.pilot.approved.v1", TestTopics.header(record, "ce_type"));
        assertEquals("urn:pilotwatch:intake", TestTopics.header(record, "ce_source"));
        assertEquals(idOf(number), TestTopics.header(record, "ce_subject"));
        assertEquals("1", TestTopics.header(record, "ce_sequence"));
        assertEquals("application/json", TestTopics.header(record, "content-type"));
        var told = assertInstanceOf(PilotApproved.class, TestTopics.event(record));
        assertEquals("示例单位-028", told.pilot().organisation());
        assertEquals("office", told.by());
    }

    @Test
    void aLongListTakesSeconds() {
        // Only foreseen: the topic is everyone's, and ten thousand pilots would be everyone's work.
        imported(list(10_000).getBytes(StandardCharsets.UTF_8), "en", true)
                .statusCode(200)
                .body("summary.created", is(10_000))
                .time(lessThan(20_000L));
        imported(list(500)).statusCode(200).body("summary.created", is(500)).time(lessThan(10_000L));
    }

    private static String list(int rows) {
        int first = freshNumbers(rows);
        return HEADER + IntStream.range(0, rows).mapToObj(i -> row(first + i)).collect(Collectors.joining());
    }

    @Test
    void theKeyIsDemandedAndItsFirstAnswerKept() {
        int number = freshNumbers(2);
        var key = UUID.randomUUID().toString();
        var file = (HEADER + row(number)).getBytes(StandardCharsets.UTF_8);
        var other = (HEADER + row(number + 1)).getBytes(StandardCharsets.UTF_8);

        as("office")
                .contentType("text/csv")
                .body(file)
                .post(IMPORT)
                .then()
                .statusCode(400)
                .body("code", is("IDEMPOTENCY_KEY_MISSING"));
        var first = as("office")
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(file)
                .post(IMPORT);
        var again = as("office")
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(file)
                .post(IMPORT);
        var reused = as("office")
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(other)
                .post(IMPORT);

        first.then().statusCode(200).body("summary.created", is(1)).body("results", hasSize(1));
        assertEquals(first.asString(), again.asString());
        reused.then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }
}
