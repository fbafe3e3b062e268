package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Explanation.Input;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Measure;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Display;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts what a rule looked at into words, for people who know no names of fields and no codes. */
@ApplicationScoped
public class RuleWords {

    /** One thing that a rule looked at: what it is, and what it was. */
    public record Said(Text name, Text value) {}

    private static final Text NOTHING = new Text("无", "none");

    private static final Map<String, Text> NAMES = Map.ofEntries(
            Map.entry("approvedOn", new Text("公布日", "Published on")),
            Map.entry("baseline", new Text("基线值", "Baseline")),
            Map.entry("claimedOn", new Text("提交核定日", "Claimed on")),
            Map.entry("deadline", new Text("项目总期限", "The programme's deadline")),
            Map.entry("due", new Text("应完成日", "Due")),
            Map.entry("evidence", new Text("已附佐证材料", "Evidence attached")),
            Map.entry("flags", new Text("命中内容数", "Passages found")),
            Map.entry("forecast", new Text("预计完成日", "Forecast")),
            Map.entry("from", new Text("自何周期起", "From the period")),
            Map.entry("grade", new Text("严重程度", "How plain")),
            Map.entry("highest", new Text("此前最高进度", "Highest progress before")),
            Map.entry("openMilestones", new Text("未完成里程碑数", "Milestones not reached")),
            Map.entry("otherPilots", new Text("使用相同材料的其他试点", "Other pilots with the same file")),
            Map.entry("percent", new Text("进度", "Progress")),
            Map.entry("percentOfPlan", new Text("达到计划的比例", "Share of the planned path")),
            Map.entry("period", new Text("周期", "Period")),
            Map.entry("periods", new Text("连续周期数", "Periods in a row")),
            Map.entry("pilotState", new Text("试点阶段", "State of the pilot")),
            Map.entry("silentSince", new Text("最近一次报送", "Last heard of on")),
            Map.entry("state", new Text("状态", "State")),
            Map.entry("subjects", new Text("适用对象数", "Things to look at")),
            Map.entry("submittedOn", new Text("提交日", "Submitted on")),
            Map.entry("target", new Text("目标值", "Target")),
            Map.entry("taskBook", new Text("已备案任务书", "Task book filed")),
            Map.entry("thresholds", new Text("规则阈值", "Thresholds of the rule")),
            Map.entry("value", new Text("数值", "Value")));

    private static final Map<Measure, Text> MEASURES = Map.of(
            Measure.DAYS, new Text("%d 天", "%d days"),
            Measure.WORKING_DAYS, new Text("%d 个工作日", "%d working days"),
            Measure.PERCENT, new Text("%d%%", "%d%%"),
            Measure.PERIODS, new Text("%d 个周期", "%d periods"),
            Measure.GRADE, new Text("第 %d 级", "grade %d"));

    private final Programme programme;

    RuleWords(Programme programme) {
        this.programme = programme;
    }

    /** By which it names things. */
    Programme programme() {
        return programme;
    }

    /** All that this rule looked at. */
    public List<Said> said(String rule, List<Input> inputs) {
        return inputs.stream()
                .map(i -> new Said(NAMES.getOrDefault(i.name(), same(i.name())), value(rule, i)))
                .toList();
    }

    /** A threshold with its measure. */
    public static Text threshold(Threshold threshold) {
        return threshold(Integer.toString(threshold.at()), threshold.in());
    }

    /** What an alert is about. */
    public Text subject(Facts facts, String subject) {
        var colon = subject.indexOf(':');
        var of = subject.substring(colon + 1);
        return switch (colon < 0 ? "" : subject.substring(0, colon)) {
            case "" -> wholePilotOrMilestone(facts, subject);
            case "report" -> joined(new Text("进展报告 ", "Progress report "), period(of));
            case "indicator" ->
                joined(
                        new Text("指标 ", "Indicator "),
                        programme.indicator(of).map(Programme.Indicator::name).orElse(same(of)));
            case "rectification" -> new Text("整改", "Rectification");
            case "evidence" -> new Text("佐证材料", "Evidence");
            default -> same(subject);
        };
    }

    private static Text wholePilotOrMilestone(Facts facts, String subject) {
        if (subject.equals(Rules.WHOLE_PILOT)) {
            return new Text("整个试点", "The whole pilot");
        }
        var promise = facts.milestones().get(subject);
        return promise == null ? same(subject) : promise.milestone().title();
    }

    private Text value(String rule, Input input) {
        var value = input.value();
        if (value.isEmpty()) {
            return NOTHING;
        }
        return switch (input.name()) {
            case "pilotState" -> state(PilotState.class, PilotState::text, value);
            case "state" -> state(rule, value);
            case "taskBook", "evidence" -> Boolean.parseBoolean(value) ? new Text("是", "yes") : new Text("否", "no");
            case "percent", "highest", "percentOfPlan" -> same(value + "%");
            case "period", "from" -> period(value);
            case "grade" -> grade(value);
            case "flags" -> same(Integer.toString(value.split(" ").length));
            case "otherPilots" -> same(value.replaceAll("[\\[\\]]", ""));
            case "thresholds" -> thresholds(value);
            default -> day(value);
        };
    }

    private static Text grade(String value) {
        return switch (value) {
            case "0" -> new Text("仅提及", "mentioned only");
            case "1" -> new Text("需人工判断", "for a person to judge");
            default -> new Text("明确", "plain");
        };
    }

    /** Whose state it is follows from what the rule looks at. */
    private static Text state(String rule, String code) {
        if (rule.startsWith("REPORT_")) {
            return state(ReportState.class, ReportState::text, code);
        }
        return rule.startsWith("RECTIFICATION_")
                ? state(RectificationState.class, RectificationState::text, code)
                : state(MilestoneState.class, MilestoneState::text, code);
    }

    private static <E extends Enum<E>> Text state(Class<E> states, Function<E, Text> text, String code) {
        return Stream.of(states.getEnumConstants())
                .filter(e -> e.name().equals(code))
                .findFirst()
                .map(text)
                .orElse(same(code));
    }

    private static Text period(String code) {
        return Period.ofCode(code).map(Period::text).orElse(same(code));
    }

    /** {@code 1 DAYS, 7 DAYS}. */
    private static Text thresholds(String value) {
        return Stream.of(value.split(", "))
                .map(t -> t.split(" "))
                .map(t -> t.length == 2 ? threshold(t[0], Measure.valueOf(t[1])) : same(t[0]))
                .reduce((a, b) -> new Text(a.zh() + "、" + b.zh(), a.en() + ", " + b.en()))
                .orElse(NOTHING);
    }

    private static Text threshold(String at, Measure in) {
        int number = Integer.parseInt(at);
        var words = MEASURES.get(in);
        var en = words.en().formatted(number);
        return new Text(words.zh().formatted(number), number == 1 ? en.replaceFirst("s$", "") : en);
    }

    private Text day(String value) {
        try {
            var day = value.contains("T") ? programme.dayOf(Instant.parse(value)) : LocalDate.parse(value);
            return new Text(Display.withWeekday(day, Locale.CHINESE), Display.withWeekday(day, Locale.ENGLISH));
        } catch (DateTimeParseException noDay) {
            return same(value);
        }
    }

    private static Text joined(Text a, Text b) {
        return new Text(a.zh() + b.zh(), a.en() + b.en());
    }

    private static Text same(String value) {
        return Named.ofCode(value).name();
    }
}
