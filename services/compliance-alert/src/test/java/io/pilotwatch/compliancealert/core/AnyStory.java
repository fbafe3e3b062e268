package io.pilotwatch.compliancealert.core;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Stories that nobody thought of: every event that a rule heeds, at moments in order, from a seed. */
final class AnyStory {

    private static final LocalDate START = LocalDate.parse("2022-01-31");
    private static final List<String> INDICATORS = List.of("on-chain-records", "cost-saved", "handling-hours");
    private static final List<String> QUARTERS =
            List.of("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4");

    private final Random random;
    private final Story story = Story.approved();
    private final String[] dues;
    private LocalDateTime now = START.atStartOfDay();

    private AnyStory(Random random) {
        this.random = random;
        this.dues = random.ints(1 + random.nextInt(4), 0, 700)
                .mapToObj(day -> START.plusDays(day).toString())
                .toArray(String[]::new);
    }

    static Story of(Random random) {
        return new AnyStory(random).tell();
    }

    private Story tell() {
        if (random.nextInt(8) == 0) {
            return story;
        }
        story.thenFiled(moment(), dues);
        for (var indicator : INDICATORS) {
            if (random.nextBoolean()) {
                var target = indicator.equals("handling-hours") ? "10" : "500";
                story.promising(indicator, "100", target);
            }
        }
        int events = random.nextInt(40);
        for (int i = 0; i < events; i++) {
            event();
        }
        return story;
    }

    private void event() {
        int n = 1 + random.nextInt(dues.length);
        var id = "m" + n;
        var due = dues[n - 1];
        switch (random.nextInt(17)) {
            case 0 -> story.reached(moment(), id, due, 1);
            case 1 -> story.claimed(moment(), id, due, 1);
            case 2 -> story.returned(moment(), id, due, 1);
            case 3 -> story.cancelled(moment(), id, due, 1);
            case 4, 5 -> story.reported(moment(), id, due, random.nextInt(101), forecast());
            case 6 -> story.attachedTo(moment(), "e" + random.nextInt(3), id);
            case 7 -> story.shared(moment(), "e" + random.nextInt(3), "BP-00" + (2 + random.nextInt(3)));
            case 8, 15 ->
                story.value(moment(), any(INDICATORS), any(QUARTERS), String.valueOf(100 * (1 + random.nextInt(2))));
            case 9 -> story.corrected(moment(), any(INDICATORS), any(QUARTERS), String.valueOf(random.nextInt(400)));
            case 10 -> story.submitted(moment(), any(QUARTERS));
            case 11 -> story.reportReturned(moment(), any(QUARTERS));
            case 12 -> story.ordered(moment(), "x" + random.nextInt(2), day(now.toLocalDate(), 60));
            case 13 -> story.rectified(moment(), "x" + random.nextInt(2), day(now.toLocalDate(), 60));
            case 14 -> story.updated(moment(), id, due, 1, random.nextBoolean() ? "本周组织挖矿。" : "严禁炒币。");
            default -> life();
        }
    }

    private void life() {
        switch (random.nextInt(8)) {
            case 0 -> story.completed(moment());
            case 1 -> story.terminated(moment());
            case 2, 3, 4 -> story.resumed(moment());
            default -> story.suspended(moment());
        }
    }

    private String moment() {
        now = now.plus(Duration.ofMinutes(1 + random.nextInt(30 * 24 * 60)));
        return now.toString();
    }

    private String forecast() {
        return random.nextBoolean() ? null : day(LocalDate.parse("2023-11-01"), 120);
    }

    private String day(LocalDate from, int days) {
        return from.plusDays(random.nextInt(days)).toString();
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
