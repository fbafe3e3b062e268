package io.pilotwatch.reporting.export;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.PilotItem;
import io.pilotwatch.reporting.PilotView;
import io.pilotwatch.reporting.export.OpenData.OpenPilot;
import io.pilotwatch.reporting.export.Table.Column;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The tables that can be exported: the figures are those of the API, under headings in words. */
final class Tables {

    /** A part of a pilot, with the pilot. */
    record Of<T>(PilotItem pilot, T part) {}

    static final Table<PilotItem> PILOTS = new Table<>(
            "pilots",
            new Text("试点清单", "Pilots"),
            List.of(
                    plain("编号", "Pilot id", PilotItem::pilotId),
                    plain("序号", "Number", PilotItem::number),
                    plain("试点单位", "Pilot unit", PilotItem::organisation),
                    named("领域", "Field", PilotItem::group),
                    named("类别", "Kind", PilotItem::kind),
                    plain("地区", "Region", PilotItem::region),
                    plain("合成数据", "Synthetic", PilotItem::synthetic),
                    named("阶段", "State", PilotItem::state),
                    named("系统评级", "Rating", PilotItem::rating),
                    named("自评", "Self-rating", PilotItem::selfRating),
                    inWords("到期完成情况", "Finish", p -> p.finish().name()),
                    plain("完成日", "Finished on", p -> p.finish().finishedOn()),
                    plain("预计完成日", "Likely finish", PilotItem::forecast),
                    plain("已完成里程碑", "Milestones reached", PilotItem::milestonesReached),
                    plain("里程碑总数", "Milestones", PilotItem::milestonesTotal),
                    plain("逾期里程碑", "Overdue milestones", PilotItem::overdueMilestones),
                    plain("累计逾期（天）", "Days late", PilotItem::daysLate),
                    plain("应交报告", "Reports expected", p -> p.reports().expected()),
                    plain("已交报告", "Reports received", p -> p.reports().received()),
                    plain("按时报告", "Reports on time", p -> p.reports().onTime()),
                    plain("未解除预警", "Open alerts", PilotItem::openAlerts)));

    static final Table<Of<PilotView.Milestone>> MILESTONES = new Table<>(
            "milestones",
            new Text("里程碑", "Milestones"),
            List.of(
                    plain("试点编号", "Pilot id", m -> m.pilot().pilotId()),
                    plain("试点单位", "Pilot unit", m -> m.pilot().organisation()),
                    plain("合成数据", "Synthetic", m -> m.pilot().synthetic()),
                    named("领域", "Field", m -> m.pilot().group()),
                    plain("里程碑编号", "Milestone id", m -> m.part().milestoneId()),
                    inWords("里程碑", "Milestone", m -> m.part().title()),
                    named("状态", "State", m -> m.part().state()),
                    plain("关键", "Critical", m -> m.part().critical()),
                    plain("权重（%）", "Weight (%)", m -> m.part().weight()),
                    plain("原定完成日", "First promised for", m -> m.part().baselineDue()),
                    plain("应完成日", "Due", m -> m.part().due()),
                    plain("预计完成日", "Forecast", m -> m.part().forecast()),
                    plain("进度（%）", "Progress (%)", m -> m.part().percent()),
                    plain("完成日", "Reached on", m -> m.part().reachedOn()),
                    plain("逾期", "Overdue", m -> m.part().overdue()),
                    plain("逾期天数", "Days late", m -> m.part().daysLate()),
                    plain(
                            "较原定逾期天数",
                            "Days past the first promise",
                            m -> m.part().daysPastBaseline())));

    static final Table<Of<PilotView.Alert>> ALERTS = new Table<>(
            "alerts",
            new Text("预警", "Alerts"),
            List.of(
                    plain("试点编号", "Pilot id", a -> a.pilot().pilotId()),
                    plain("试点单位", "Pilot unit", a -> a.pilot().organisation()),
                    plain("合成数据", "Synthetic", a -> a.pilot().synthetic()),
                    named("领域", "Field", a -> a.pilot().group()),
                    plain("预警编号", "Alert id", a -> a.part().alertId()),
                    named("规则", "Rule", a -> a.part().rule()),
                    named("严重程度", "Severity", a -> a.part().severity()),
                    named("状态", "State", a -> a.part().state()),
                    inWords("原因", "Reason", a -> a.part().text()),
                    plain("发出时间", "Raised at", a -> a.part().raisedAt()),
                    plain("发出延迟", "Raised late", a -> a.part().lateDetected()),
                    plain("变更时间", "Changed at", a -> a.part().changedAt()),
                    inWords("解除原因", "Cleared because", a -> a.part().clearedBecause()),
                    inWords("静默原因", "Muted because", a -> a.part().muted())));

    static final Table<Of<PilotView.Happening>> TIMELINE = new Table<>(
            "timeline",
            new Text("大事记", "History"),
            List.of(
                    plain("试点编号", "Pilot id", h -> h.pilot().pilotId()),
                    plain("试点单位", "Pilot unit", h -> h.pilot().organisation()),
                    plain("时间", "Happened at", h -> h.part().happenedAt()),
                    plain("事件类型", "Event type", h -> h.part().type()),
                    inWords("事件", "Event", h -> h.part().text()),
                    plain("操作账号", "By", h -> h.part().by()),
                    plain("事件编号", "Event id", h -> h.part().eventId())));

    private Tables() {}

    /** The open data: each row says as of when and under which licence, since rows are taken out of files. */
    static Table<OpenPilot> open(LocalDate day, String licence) {
        return new Table<>(
                "pilots",
                new Text("试点清单", "Pilots"),
                List.of(
                        plain("编号", "Pilot id", OpenPilot::pilotId),
                        plain("序号", "Number", OpenPilot::number),
                        plain("试点单位", "Pilot unit", OpenPilot::organisation),
                        named("领域", "Field", OpenPilot::group),
                        inWords("牵头", "Lead", Tables::lead),
                        plain("牵头为推断", "Lead inferred", Tables::isInferred),
                        named("类别", "Kind", OpenPilot::kind),
                        plain("地区", "Region", OpenPilot::region),
                        plain("合成数据", "Synthetic", OpenPilot::synthetic),
                        named("阶段", "State", OpenPilot::state),
                        named("系统评级", "Rating", OpenPilot::rating),
                        inWords("到期完成情况", "Finish", p -> p.finish().name()),
                        plain("完成日", "Finished on", p -> p.finish().finishedOn()),
                        plain("已完成里程碑", "Milestones reached", OpenPilot::milestonesReached),
                        plain("里程碑总数", "Milestones", OpenPilot::milestonesTotal),
                        plain("逾期里程碑", "Overdue milestones", OpenPilot::overdueMilestones),
                        plain("累计逾期（天）", "Days late", OpenPilot::daysLate),
                        plain("截至日", "As of", p -> day),
                        plain("许可", "Licence", p -> licence)));
    }

    private static Text lead(OpenPilot pilot) {
        return pilot.lead() == null ? null : pilot.lead().name();
    }

    private static Boolean isInferred(OpenPilot pilot) {
        return pilot.lead() == null ? null : !pilot.lead().stated();
    }

    private static <T> Column<T> plain(String zh, String en, Function<T, Object> value) {
        return new Column<>(new Text(zh, en), (row, language) -> value.apply(row));
    }

    private static <T> Column<T> inWords(String zh, String en, Function<T, Text> value) {
        return new Column<>(new Text(zh, en), (row, language) -> words(value.apply(row), language));
    }

    private static <T> Column<T> named(String zh, String en, Function<T, Named> value) {
        return inWords(zh, en, row -> value.apply(row).name());
    }

    private static String words(Text text, Locale language) {
        return text == null ? null : text.in(language);
    }
}
