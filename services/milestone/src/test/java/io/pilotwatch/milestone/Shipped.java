package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.platform.ProgrammeFile;
import java.time.LocalDate;

/** The shipped programme, and somebody of one pilot's team. */
public final class Shipped {

    public static final Programme PROGRAMME = ProgrammeFile.read(
            "blockchain-pilots.yaml", Programme.class.getResourceAsStream("/programmes/blockchain-pilots.yaml"));
    public static final String PILOT = "BP-028";
    public static final String TEAM = "team-028";

    private Shipped() {}

    public static Act act(String day) {
        return new Act(PILOT, TEAM, PROGRAMME.startOf(LocalDate.parse(day)), LocalDate.parse(day));
    }
}
