package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Tables, read by other programs, have the figures of the API, whatever pilots other tests have left. */
@QuarkusTest
class ExportsIT {

    private static final String AS_OF = "asOf=2022-08-01&field=education";

    @Test
    void theListsFiguresAreThoseOfTheApiInBothForms() throws IOException {
        var pilot = freshPilot("education");
        on("2022-03-01", pilot.approved("special-field", "对账单位，“一”", true));
        on("2022-03-02", pilot.filed("m1", "m2"));
        on("2022-05-20", pilot.updated("m1", 2, 40));
        on("2022-07-05", pilot.reached("m1", 3, "2022-07-05"));
        on("2022-07-06", pilot.raised("MILESTONE_OVERDUE", 1));
        once(pilot, 5);
        var expected = api();
        assertTrue(expected.stream().anyMatch(row -> row.get(0).equals(pilot.pilotId())));
        assertEquals(expected, csv());
        assertEquals(expected, xlsx());
    }

    /** Id, unit, rating, reached, all, overdue, days late, reports due, of those in time, alerts. */
    private static List<List<String>> api() {
        var rows = new ArrayList<List<String>>();
        var next = "/reporting/api/v1/pilots?limit=200&" + AS_OF;
        while (next != null) {
            var page = as("office").urlEncodingEnabled(false).get(next).jsonPath();
            for (Map<String, ?> item : page.<Map<String, ?>>getList("items")) {
                var reports = (Map<?, ?>) item.get("reports");
                rows.add(List.of(
                        text(item.get("pilotId")),
                        text(item.get("organisation")),
                        text(((Map<?, ?>) ((Map<?, ?>) item.get("rating")).get("name")).get("en")),
                        text(item.get("milestonesReached")),
                        text(item.get("milestonesTotal")),
                        text(item.get("overdueMilestones")),
                        text(item.get("daysLate")),
                        text(reports.get("expected")),
                        text(reports.get("onTime")),
                        text(item.get("openAlerts"))));
            }
            next = page.getString("next");
        }
        return rows;
    }

    private static final List<String> COLUMNS = List.of(
            "Pilot id",
            "Pilot unit",
            "Rating",
            "Milestones reached",
            "Milestones",
            "Overdue milestones",
            "Days late",
            "Reports expected",
            "Reports on time",
            "Open alerts");

    private static List<List<String>> csv() throws IOException {
        var bytes = new ByteArrayInputStream(export("csv"));
        assertEquals(3, bytes.skip(3), "the byte order mark");
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return parser.stream()
                    .map(row -> COLUMNS.stream().map(row::get).toList())
                    .toList();
        }
    }

    private static List<List<String>> xlsx() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(export("xlsx")))) {
            var sheet = book.getSheetAt(0);
            var shown = new DataFormatter();
            var headings = new ArrayList<String>();
            sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
            var rows = new ArrayList<List<String>>();
            for (int r = 1; r <= sheet.getLastRowNum(); r++) {
                var row = sheet.getRow(r);
                rows.add(COLUMNS.stream()
                        .map(c -> shown.formatCellValue(row.getCell(headings.indexOf(c))))
                        .toList());
            }
            return rows;
        }
    }

    private static byte[] export(String ending) {
        return as("office")
                .get("/reporting/api/v1/exports/pilots.%s?lang=en&".formatted(ending) + AS_OF)
                .asByteArray();
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
