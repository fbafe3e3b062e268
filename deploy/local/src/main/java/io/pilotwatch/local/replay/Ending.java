package io.pilotwatch.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.StringJoiner;

/** The last page of the story, some lines for a terminal: who finished by the deadline and who did not. */
final class Ending {

    private Ending() {}

    /** As reporting tells it. */
    static String of(JsonNode portfolio) {
        var pilots = portfolio.path("pilots");
        var finish = portfolio.path("finish");
        var milestones = portfolio.path("milestones");
        return """

                %s
                  Loaded      %s, and %d synthetic ones
                  Finished    %d by the deadline, %d after it; %d did not finish, %d ended otherwise
                  States      %s
                  Milestones  %d of %d reached, %d of them late
                """.formatted(
                        portfolio.path("programme").path("name").path("en").asText(),
                        pilots.path("text").path("en").asText(),
                        pilots.path("synthetic").asInt(),
                        finish.path("byDeadline").asInt(),
                        finish.path("late").asInt(),
                        finish.path("notFinished").asInt(),
                        finish.path("endedOtherwise").asInt(),
                        states(portfolio.path("byState")),
                        milestones.path("reached").asInt(),
                        milestones.path("total").asInt(),
                        milestones.path("reachedLate").asInt());
    }

    private static String states(JsonNode byState) {
        var states = new StringJoiner(", ");
        for (var state : byState) {
            if (state.path("count").asInt() > 0) {
                states.add(state.path("count").asInt() + " "
                        + state.path("name").path("en").asText().toLowerCase(Locale.ROOT));
            }
        }
        return states.toString();
    }

    /** As milestone tells it. */
    static String of(Figures figures) {
        return """
                  Reports     %d in time, %d late, %d missing
                  Evidence    %d files
                  Receipts    %d
                """.formatted(
                        figures.inTime(), figures.late(), figures.missing(), figures.evidence(), figures.receipts());
    }

    /** Where the lists of names are. */
    static String links(String address) {
        return """
                  Who did     %s/reporting/pilots?finish=BY_DEADLINE
                  Who did not %s/reporting/pilots?finish=NOT_FINISHED
                """.formatted(address, address);
    }
}
