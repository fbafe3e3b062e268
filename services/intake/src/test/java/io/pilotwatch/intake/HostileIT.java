package io.pilotwatch.intake;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.intake.Candidate.Move;
import io.pilotwatch.platform.testing.HostileCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class HostileIT extends HostileCheck {

    private List<String> pilots;
    private String objection;

    @BeforeEach
    void thereAreApplicationsAndPilots() {
        var shortlisted = Candidate.in(ApplicationState.SHORTLISTED).go(Move.OBJECT);
        objection = shortlisted.objection();
        pilots = List.of(
                shortlisted.id(),
                TestPilot.listed().id(),
                Candidate.drafted().id(),
                TestPilot.listed().id(),
                Candidate.in(ApplicationState.UNDER_REVIEW).id());
    }

    @Override
    protected int requests() {
        return 2_500;
    }

    @Override
    protected String thing(String parameter, int turn) {
        return switch (parameter) {
            case "pilotId" -> pilots.get(turn % pilots.size());
            case "objectionId" -> objection;
            default -> null;
        };
    }
}
