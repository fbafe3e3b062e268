package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After the two years: the views are what the journal makes of them, now and as of each month's end. */
@Order(5)
@ExtendWith(Replayed.Once.class)
class RebuiltIT {

    @Test
    void theViewsFoldedAgainFromTheJournalAreEqualFieldByField(Replayed replayed) throws Exception {
        var rebuild = replayed.platform().rebuilt();
        assertEquals(0, rebuild.path("differences").asInt(-1), rebuild.toString());
        assertTrue(rebuild.path("equal").asBoolean(), rebuild.toString());
        assertTrue(rebuild.path("failure").isNull(), rebuild.toString());
        assertTrue(rebuild.path("pilots").asInt() >= 179, rebuild.toString());
        assertEquals(rebuild.path("ofEvents"), rebuild.path("events"));
    }

    @Test
    void thePortfolioAsOfEachMonthEndIsTheOneThatWasLiveOnThatDay(Replayed replayed) throws Exception {
        var platform = replayed.platform();
        var live = platform.monthEnds();
        var lived = new ArrayList<LocalDate>();
        for (var month = YearMonth.of(2022, 1); !month.isAfter(YearMonth.of(2023, 12)); month = month.plusMonths(1)) {
            lived.add(month.atEndOfMonth());
        }
        assertEquals(lived, new ArrayList<>(live.keySet()));
        for (var day : lived) {
            assertEquals(live.get(day), platform.figures(day), day.toString());
        }
    }

    /** Of a packaged service: its class path is another than the tests'. */
    @Test
    void documentsAndTablesCanBeTakenAway(Replayed replayed) throws Exception {
        for (var file :
                List.of("portfolio.pdf", "case-book.pdf", "fields/tax.pdf", "pilots/BP-112.pdf", "pilots.xlsx")) {
            var answer = replayed.platform().get("office", "/reporting/api/v1/exports/" + file);
            assertEquals(200, answer.statusCode(), file + " " + answer.body());
            assertTrue(answer.body().startsWith(file.endsWith("pdf") ? "%PDF" : "PK"), file);
        }
    }
}
