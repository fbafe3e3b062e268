package io.pilotwatch.milestone;

import io.pilotwatch.platform.testing.HostileCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class HostileIT extends HostileCheck {

    private List<TestPilot> pilots;

    @BeforeEach
    void thereAreMilestones() {
        pilots = Stream.generate(TestPilot::filed).limit(8).toList();
    }

    @Override
    protected int requests() {
        return 2_500;
    }

    @Override
    protected String thing(String parameter, int turn) {
        return switch (parameter) {
            case "pilotId" -> pilots.get(turn % pilots.size()).id();
            case "milestoneId" -> "m" + (1 + turn / pilots.size() % 4);
            case "version" -> "1";
            case "code" -> turn % 2 == 0 ? "tax" : "on-chain-records";
            case "key" -> "2022-Q1";
            default -> null;
        };
    }
}
