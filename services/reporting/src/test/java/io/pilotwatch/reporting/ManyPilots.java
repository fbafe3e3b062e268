package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotAdvanced;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.reporting.core.Facts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A whole programme of synthetic pilots, each another: in all fields, some late, some silent, some without a plan. */
final class ManyPilots {

    private static final List<String> FIELDS = List.of(
            "manufacturing",
            "energy",
            "government-services",
            "rule-of-law",
            "tax",
            "adjudication",
            "procuratorate",
            "copyright",
            "civil-affairs",
            "human-resources",
            "education",
            "health",
            "trade-finance",
            "risk-control",
            "equity-market",
            "cross-border-finance");
    private static final List<String> REGIONS = List.of("北京市", "上海市", "广东省", "浙江省", "重庆市", "新疆维吾尔自治区", "");
    private static final List<Text> TITLES = List.of(
            new Text("首个应用场景上线", "First scenario live"),
            new Text("跨部门数据共享接口联调完成", "Interfaces between departments tested"),
            new Text("链上业务量达到计划", "Planned volume on chain"),
            new Text("终期自评报告", "Final self-assessment"));
    private static final LocalDate LISTED = LocalDate.parse("2022-01-30");
    private static final int COMPREHENSIVE = 12;
    private static final int QUARTERS = 4;

    private record At(LocalDate day, Event event) {}

    private ManyPilots() {}

    /** Rows of the journal, as {@code COPY} takes them, of pilots from 1 on, up to a day. */
    static List<List<String>> rows(int pilots, LocalDate until) {
        return IntStream.rangeClosed(1, pilots)
                .boxed()
                .flatMap(ManyPilots::events)
                .filter(at -> !at.day().isAfter(until))
                .map(ManyPilots::row)
                .toList();
    }

    private static List<String> row(At at) {
        var id = "many-%s-%s-%d"
                .formatted(
                        at.event().pilotId(),
                        at.event().getClass().getSimpleName(),
                        at.day().toEpochDay());
        var polled = TestTopics.polled(at.event(), Instant.parse(at.day() + "T01:00:00Z"), id, 0, 0);
        return Arrays.asList(
                id,
                polled.topic(),
                polled.key(),
                TestTopics.header(polled, "ce_type"),
                TestTopics.header(polled, "ce_sequence"),
                TestTopics.header(polled, "ce_time"),
                new String(polled.value(), StandardCharsets.UTF_8));
    }

    private static Stream<At> events(int number) {
        var pilot = Facts.of(number);
        var events = new ArrayList<At>();
        events.add(new At(
                LISTED.plusDays(1),
                new PilotApproved(pilot.pilotId(), 1, entry(number, PilotState.APPROVED), "office")));
        if (number % 11 == 0) {
            events.add(new At(LISTED.plusDays(120), pilot.raised("TASKBOOK_MISSING", 1)));
            return events.stream();
        }
        var plan = plan(number);
        var filed = LISTED.plusDays(20 + number % 30);
        events.add(new At(
                filed, new TaskBookFiled(pilot.pilotId(), 1, new TaskBook(pilot.pilotId(), 1, filed, plan), "team")));
        events.add(new At(
                filed.plusDays(5),
                new PilotAdvanced(
                        pilot.pilotId(), 2, entry(number, PilotState.IN_PROGRESS), PilotState.APPROVED, null)));
        for (int i = 0; i < plan.size(); i++) {
            events.addAll(life(pilot, plan.get(i), number));
        }
        for (int quarter = 1; quarter <= QUARTERS && number % 7 != 0; quarter++) {
            var period = "2022-Q" + quarter;
            var due = LocalDate.parse("2022-01-15").plusMonths(3L * quarter);
            var late = number % 5 == 0 ? 12 : 0;
            events.add(new At(due.plusDays(late), report(pilot, period, due, late)));
            events.add(new At(due, pilot.recorded(period, quarter, 500 * quarter + number)));
        }
        return events.stream();
    }

    private static ReportSubmitted report(Facts pilot, String period, LocalDate due, int late) {
        var report = new Report(
                "r" + period,
                ReportKind.PERIODIC,
                period,
                due,
                ReportState.SUBMITTED,
                due.plusDays(late),
                late,
                null,
                "开始联调。",
                Rating.GREEN,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new ReportSubmitted(pilot.pilotId(), 1, report, "team");
    }

    /** A milestone as it goes: in time, late or not at all. */
    private static List<At> life(Facts pilot, Milestone planned, int number) {
        int late = (number * 31 + planned.due().getDayOfYear()) % 90 - 50;
        var done = planned.due().plusDays(late);
        var events = new ArrayList<At>();
        events.add(new At(
                planned.due().minusDays(60),
                new MilestoneUpdated(
                        pilot.pilotId(),
                        2,
                        changed(
                                planned,
                                2,
                                MilestoneState.IN_PROGRESS,
                                40,
                                planned.due().plusDays(Math.max(0, late)),
                                null),
                        new Update("u" + planned.milestoneId(), 40, 0, planned.due(), "进展顺利"),
                        "team")));
        if (late > 10) {
            events.add(new At(planned.due().plusDays(8), pilot.raised("MILESTONE_OVERDUE", 1)));
        }
        if (number % 9 != 0) {
            events.add(new At(
                    done,
                    new MilestoneReached(
                            pilot.pilotId(),
                            3,
                            changed(planned, 3, MilestoneState.REACHED, 100, null, done),
                            null,
                            "regulator")));
        }
        return events;
    }

    private static Milestone changed(
            Milestone m, long revision, MilestoneState state, int percent, LocalDate forecast, LocalDate reachedOn) {
        return new Milestone(
                m.milestoneId(),
                revision,
                m.title(),
                m.baselineDue(),
                m.due(),
                1,
                m.weight(),
                m.critical(),
                state,
                percent,
                forecast,
                reachedOn,
                reachedOn == null
                        ? null
                        : Math.toIntExact(
                                Math.max(0, reachedOn.toEpochDay() - m.due().toEpochDay())));
    }

    private static List<Milestone> plan(int number) {
        return IntStream.range(0, TITLES.size())
                .mapToObj(i -> {
                    var due = LISTED.plusDays(140L * (i + 1) + number % 60);
                    return new Milestone(
                            "m" + (i + 1),
                            1,
                            TITLES.get(i),
                            due,
                            due,
                            1,
                            25,
                            i == 0,
                            MilestoneState.PLANNED,
                            0,
                            null,
                            null,
                            null);
                })
                .toList();
    }

    private static Pilot entry(int number, PilotState state) {
        boolean comprehensive = number % COMPREHENSIVE == 0;
        return new Pilot(
                Facts.of(number).pilotId(),
                number,
                comprehensive ? "comprehensive" : "special-field",
                comprehensive ? FIELDS.subList(2, 5) : List.of(FIELDS.get(number % FIELDS.size())),
                "示例单位-%03d（%s区块链应用技术研究院）".formatted(number, REGIONS.get(number % REGIONS.size())),
                REGIONS.get(number % REGIONS.size()),
                LISTED,
                true,
                "synthetic: made for a test",
                state,
                List.of(),
                List.of("电子发票核验"),
                List.of(),
                null);
    }
}
