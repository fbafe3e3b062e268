package io.pilotwatch.local.replay;

import com.fasterxml.jackson.databind.JsonNode;

/** The last page of the story, as reporting tells it: who finished by the deadline and who did not. */
public final class Ending {

    private Ending() {}

    /** Some lines for a terminal; {@code address} is where the lists of names are. */
    public static String of(JsonNode portfolio, String address) {
        var pilots = portfolio.path("pilots");
        var finish = portfolio.path("finish");
        var milestones = portfolio.path("milestones");
        return """

                %s
                  Loaded      %s, and %d synthetic ones
                  Finished    %d by the deadline, %d after it; %d did not finish
                  Milestones  %d of %d reached, %d of them late
                  Who did     %s/reporting/pilots?finish=BY_DEADLINE
                  Who did not %s/reporting/pilots?finish=NOT_FINISHED
                """.formatted(
                        portfolio.path("programme").path("name").path("en").asText(),
                        pilots.path("text").path("en").asText(),
                        pilots.path("synthetic").asInt(),
                        finish.path("byDeadline").asInt(),
                        finish.path("late").asInt(),
                        finish.path("notFinished").asInt(),
                        milestones.path("reached").asInt(),
                        milestones.path("total").asInt(),
                        milestones.path("reachedLate").asInt(),
                        address,
                        address);
    }
}
