package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write, wherever it ends up, is text: it is not run, not laid out and not followed. */
@QuarkusTest
class HostileWordsIT {

    private static final Facts PILOT = freshPilot("tax");
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    /** What people write, and how it begins. */
    private static final Map<String, String> WRITTEN = Map.of(
            "organisation", "=",
            "region", "+",
            "source", "-",
            "by", "@",
            "note", "\t=",
            "zh", "＝",
            "en", " =",
            "title", "－",
            "summary", "\ufeff=");

    private static HttpServer elsewhere;

    @BeforeAll
    static void listen() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        elsewhere.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterAll
    static void nobodyWasSentElsewhere() {
        elsewhere.stop(0);
        assertEquals(0, ASKED.get(), "a document was looked for what its words point to");
    }

    @BeforeEach
    void everyPlaceHasThem() throws IOException {
        on("2022-03-01", hostile(PILOT.approved("special-field", "", true)));
        on("2022-03-02", hostile(PILOT.filed("m1")));
        on("2022-05-20", hostile(PILOT.updated("m1", 2, 40)));
        on("2022-07-06", hostile(PILOT.raised("MILESTONE_OVERDUE", 1)));
        on("2022-08-02", hostile(PILOT.incident("")));
        once(PILOT, 5);
    }

    /** The same event, of which whatever somebody may write begins as a formula and goes on as markup that asks for things. */
    private static Event hostile(Event event) throws IOException {
        JsonNode said = JSON.valueToTree(event);
        replace(said);
        return JSON.treeToValue(said, event.getClass());
    }

    private static void replace(JsonNode said) {
        if (said instanceof ObjectNode object) {
            WRITTEN.forEach((name, beginning) -> {
                if (object.path(name).isTextual()) {
                    // A region has a page under its name, which other tests open: it only begins as a formula.
                    object.put(name, name.equals("region") ? beginning + "cmd" : words(beginning));
                }
            });
        }
        said.forEach(HostileWordsIT::replace);
    }

    private static String words(String beginning) {
        var there = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/x";
        return beginning + "cmd|'/C calc'!A0 <img src=\"" + there + "\"/><img src='file:///etc/passwd'/>"
                + "<link rel='stylesheet' href='" + there + "'/><svg><image href='" + there + "'/></svg>"
                + "<object data='file:///etc/passwd'>&xxe;{there}{7*7}</object>\u202e;=1+1\t=2";
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilots", "milestones", "alerts", "timeline"})
    void noCellOfATableIsAFormula(String table) throws IOException {
        var csv = new String(export(table + ".csv"), StandardCharsets.UTF_8).substring(1);
        int texts = 0;
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
            for (var row : parser) {
                for (var cell : row) {
                    assertFalse(cell.matches("(?s)[\\p{Z}\\p{C}]*[=+@＝＋－＠-].*") && !cell.matches("-?[0-9.]+"), cell);
                    texts += cell.startsWith("'") ? 1 : 0;
                }
            }
        }
        assertTrue(texts > 0, csv);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(export(table + ".xlsx")))) {
            for (var row : book.getSheetAt(0)) {
                row.forEach(cell -> assertNotEquals(CellType.FORMULA, cell.getCellType(), cell::toString));
            }
            assertTrue(book.getSheetAt(0).getRow(1).getCell(0).getHyperlink() == null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilots/%s.pdf", "portfolio.pdf", "case-book.pdf"})
    void aDocumentShowsThemAndReadsNoFileAndCallsNobody(String name) throws IOException {
        try (var document = Loader.loadPDF(export(name.formatted(PILOT.pilotId())))) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            assertTrue(name.startsWith("case") || text.contains("<imgsrc="), text);
            assertFalse(text.contains("root:"), "a file of this machine");
            for (var page : document.getPages()) {
                for (var drawn : page.getResources().getXObjectNames()) {
                    assertFalse(page.getResources().isImageXObject(drawn), "a picture, and not a chart of ours");
                }
            }
        }
    }

    @Test
    void theApiTellsThemAsTheyAreAndAsNothingThatABrowserWouldRun() {
        as("office")
                .header("Accept", "text/html, */*")
                .get("/reporting/api/v1/pilots/" + PILOT.pilotId())
                .then()
                .contentType("application/json")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body("organisation", containsString("<img src="));
    }

    private static byte[] export(String name) {
        var answer =
                as("office").get("/reporting/api/v1/exports/" + name + "?lang=en&asOf=2022-08-10&q=" + PILOT.pilotId());
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer.asByteArray();
    }
}
