package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents are read again by another program's eyes. */
@QuarkusTest
class DocumentsIT {

    private static final Facts TAX = freshPilot("tax");
    private static final Facts ENERGY = freshPilot("energy");

    @Test
    void documentsAreTaggedAndSayWhatTheApiSays() throws IOException {
        var pilot = freshPilot("tax");
        on("2022-03-01", pilot.approved("special-field", "北京市某某区块链技术研究院有限责任公司", true));
        on("2022-03-02", pilot.filed("m1", "m2"));
        on("2022-05-20", pilot.updated("m1", 2, 40));
        on("2022-07-05", pilot.reached("m1", 3, "2022-07-05"));
        on("2022-07-06", pilot.recorded("2022-Q2", 1, 1200));
        once(pilot, 5);
        var sheet = text("pilots/" + pilot.pilotId(), "zh");
        for (var shown : List.of("北京市某某区块链技术研究院有限责任公司", "首个应用场景上线", "上链记录数", "1200", "合成数据", "2022-07-05")) {
            assertTrue(sheet.contains(shown), shown);
        }
        var portfolio =
                as("office").get("/reporting/api/v1/portfolio?asOf=2022-08-01").jsonPath();
        var report = text("portfolio", "en");
        assertTrue(report.contains("Pilots " + portfolio.getInt("pilots.loaded")), report.substring(0, 800));
        assertTrue(report.contains("Overdue milestones " + portfolio.getInt("milestones.overdue")));
        assertTrue(text("fields/tax", "zh").contains("北京市某某区块链技术研究院有限责任公司"));
        assertTrue(text("case-book", "en").contains("Case book"));
        as("office").get("/reporting/api/v1/exports/fields/mood.pdf").then().statusCode(404);
        as("team-029")
                .get("/reporting/api/v1/exports/pilots/" + pilot.pilotId() + ".pdf")
                .then()
                .statusCode(403);
    }

    private static String text(String name, String lang) throws IOException {
        var answer = as("office").get("/reporting/api/v1/exports/" + name + ".pdf?asOf=2022-08-01&lang=" + lang);
        assertEquals(200, answer.statusCode(), name);
        var file = Path.of("target", "documents", name.replace('/', '-') + ".pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, answer.asByteArray());
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            assertNotNull(document.getDocumentCatalog().getStructureTreeRoot(), "tagged");
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("2022-08-01"), "as of which day");
            assertTrue(text.contains("1 / " + document.getNumberOfPages()), "page numbers");
            // A line ends where the column does, in Chinese between any two characters.
            return text.replaceAll("\\s+", lang.equals("zh") ? "" : " ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "office, both, tax, energy",
        "viewer, both, tax, energy",
        "regulator-tax, tax, tax, none",
        "regulator-energy, energy, none, energy",
        "recommender-beijing, tax, tax, none",
        "team-028, tax, tax, none",
        "team-029, energy, none, energy",
        "team-030, none, none, none"
    })
    void aDocumentNamesNoPilotThatItsReaderMayNotSeeAndAFieldsNoneOfAnother(
            String user, String inPortfolio, String inTax, String inEnergy) throws IOException {
        on("2022-03-01", TAX.approved("special-field", "示例单位-028", true));
        on("2022-03-01", ENERGY.approved("special-field", "示例单位-029", "重庆市", true));
        once(TAX, 1);
        once(ENERGY, 1);

        assertEquals(inPortfolio, named(user, "portfolio"));
        assertEquals(inTax, named(user, "fields/tax"));
        assertEquals(inEnergy, named(user, "fields/energy"));
        assertEquals(inTax, named(user, "pilots/" + TAX.pilotId()));
        assertEquals(inEnergy, named(user, "pilots/" + ENERGY.pilotId()));
    }

    /** Which of the two it names; whoever may not have it sees nothing. */
    private static String named(String user, String name) throws IOException {
        var answer = as(user).get("/reporting/api/v1/exports/" + name + ".pdf?asOf=2022-08-01&lang=en");
        if (answer.statusCode() == 403) {
            return "none";
        }
        assertEquals(200, answer.statusCode(), name);
        var text = Pdfs.text(answer.asByteArray()).replaceAll("\\s+", "");
        boolean tax = text.contains(TAX.pilotId());
        boolean energy = text.contains(ENERGY.pilotId());
        return tax && energy ? "both" : tax ? "tax" : energy ? "energy" : "none";
    }

    @Test
    void tablesHaveTheFiguresOfTheListForTheCallersEyesOnly() {
        var pilot = freshPilot("tax");
        on("2022-03-01", pilot.approved("special-field", "=HYPERLINK(\"x\")", true));
        on("2022-03-02", pilot.filed("m1"));
        once(pilot, 2);
        var path = "/reporting/api/v1/exports/%s.%s?asOf=2022-08-01&lang=en&q=" + pilot.pilotId();
        var csv = new String(as("office").get(path.formatted("pilots", "csv")).asByteArray(), StandardCharsets.UTF_8);
        assertTrue(csv.startsWith("\uFEFF\"Pilot id\",\"Number\","), csv);
        assertTrue(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), csv);
        for (var name : List.of("pilots", "milestones", "alerts", "timeline")) {
            for (var ending : List.of("csv", "xlsx")) {
                var answer = as("office").get(path.formatted(name, ending));
                assertEquals(200, answer.statusCode(), name + ending);
                assertTrue(answer.asByteArray().length > 30, name + ending);
            }
        }
        var foreign = as("team-029").get(path.formatted("timeline", "csv")).asString();
        assertEquals(1, foreign.lines().count(), foreign);
        as("office").get("/reporting/api/v1/exports/moods.csv").then().statusCode(404);
    }
}
