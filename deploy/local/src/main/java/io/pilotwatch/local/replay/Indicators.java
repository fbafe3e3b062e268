package io.pilotwatch.local.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What some teams measure: records on the chain, which only grow, and the hours that a case takes, which shrink. */
final class Indicators {

    private static final String RECORDS = "on-chain-records";
    private static final String HOURS = "handling-hours";

    /** What a plan of a team's own promises. */
    static final List<Map<String, Object>> TARGETS = List.of(
            Map.of("indicator", RECORDS, "baseline", 0, "target", 200_000),
            Map.of("indicator", HOURS, "baseline", 72, "target", 24));

    private final Story story;
    private final Diary diary;
    private final boolean measured;
    private int records;
    private int hours = 72;

    Indicators(Story story) {
        this.story = story;
        this.diary = story.diary();
        this.measured = story.chance().nextInt(3) == 0;
    }

    /** A quarter's values; now and then one is corrected on the next acting day. */
    void record(LocalDate day, String period) {
        if (!measured) {
            return;
        }
        var chance = story.chance();
        records += 5_000 + chance.nextInt(20_000);
        hours = Math.max(18, hours - chance.nextInt(9));
        say(day, RECORDS, "/values", Map.of("period", period, "value", records, "note", "链上浏览器统计"));
        say(day, HOURS, "/values", Map.of("period", period, "value", hours));
        if (chance.nextInt(100) < 5) {
            records += 100 + chance.nextInt(900);
            say(
                    diary.next(day),
                    RECORDS,
                    "/corrections",
                    Map.of("period", period, "value", records, "reason", "补计一个节点的数据"));
        }
    }

    private void say(LocalDate day, String indicator, String path, Map<String, Object> body) {
        diary.team(day, "/indicators/" + indicator + path, body);
    }
}
