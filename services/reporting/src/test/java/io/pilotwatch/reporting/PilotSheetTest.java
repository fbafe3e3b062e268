package io.pilotwatch.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Text;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PilotSheetTest {

    private static final Map<String, Text> TITLES =
            Map.of("m1", new Text("上线$1", "Live $1"), "1", new Text("一", "One"));

    @ParameterizedTest
    @CsvSource({
        "里程碑 m1 已逾期 3 天。, 里程碑「上线$1」已逾期 3 天。, Milestone m1 is 3 days late., Milestone “Live $1” is 3 days late.",
        "里程碑 m10 已逾期 1 天。, 里程碑 m10 已逾期 1 天。, Milestone m10 is 1 day late., Milestone m10 is 1 day late.",
        "里程碑 m1“上线$1”应于今天完成。, 里程碑「上线$1」应于今天完成。, Milestone m1 “Live $1” is due., Milestone “Live $1” is due.",
        "关键里程碑 1 已逾期 1 天。, 关键里程碑「一」已逾期 1 天。, Critical milestone 1 is late by 1., Critical milestone “One” is late by 1."
    })
    void aMilestoneIsCalledByItsNameAndNothingElseIsTakenForOne(String zh, String zhNamed, String en, String enNamed) {
        assertEquals(new Text(zhNamed, enNamed), PilotSheet.named(new Text(zh, en), TITLES));
    }
}
