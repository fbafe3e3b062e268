package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.Text;

/** The fixed words of what is sent out, in both languages. */
public final class Phrases {

    static final Text LABELLED = new Text("%s：%s", "%s: %s");
    static final Text PILOT = new Text("试点", "Pilot");
    static final Text FIELD = new Text("领域", "Field");
    static final Text ALERT = new Text("预警", "Alert");
    static final Text SEVERITY = new Text("级别", "Severity");
    static final Text SEVERITY_AND_LEVEL = new Text("%s（第 %d 级）", "%s (level %d)");
    static final Text WHY = new Text("原因", "Why");
    static final Text SINCE = new Text("起始", "Since");
    static final Text DUE = new Text("到期", "Due");
    static final Text LATE = new Text("迟发", "Late");
    static final Text LATE_SINCE = new Text("本应于 %s 发出，实际于 %s 发出", "should have come on %s, came on %s");
    static final Text ENDED = new Text("结果", "Outcome");
    static final Text FOR = new Text("告知", "For");
    static final Text SYNTHETIC = new Text("%s %s（示例）", "%s %s (made for a demonstration)");
    static final Text REAL = new Text("%s %s", "%s %s");
    static final Text SUBJECT = new Text("[%s] %s：%s %s", "[%s] %s: %s %s");
    static final Text TO_ACKNOWLEDGE = new Text(
            "请核实情况，督促试点单位，并签收本预警。",
            "Please look into it, urge the pilot team where needed, and acknowledge this alert.");
    static final Text TO_ACKNOWLEDGE_AGAIN = new Text(
            "此前的签收已到期而情况依旧，请再次核实并签收。",
            "The acknowledgement has run out and the matter stands. Please look into it and acknowledge again.");
    static final Text TO_TAKE_UP = new Text(
            "下级部门未按期签收，现升级至贵单位督办。请核实并签收。",
            "Those told first have not acknowledged in time, so it is brought to you. Please look into it and acknowledge.");
    static final Text NOTHING_TO_DO = new Text("无需处理。", "Nothing needs to be done.");
    static final Text TO_MEND = new Text(
            "请检查接收地址，恢复后重新启用该订阅。", "Please see to the address, and enable the subscription again once it works.");
    static final Text NO_FIELD = new Text("未列领域", "No field stated");
    static final Text SEVERAL_FIELDS = new Text("多领域或未列领域", "Several fields, or none stated");
    static final Text DIGEST = new Text("预警摘要（%s）：%d 项", "Alerts of %s: %d");
    static final Text DIGEST_LATE = new Text("[补发] 预警摘要（%s）：%d 项", "[Late] Alerts of %s: %d");
    static final Text DIGEST_INTRO =
            new Text("以下为 %s 之后的预警动态，按级别、领域排列，最早的在前。", "What happened since %s, by severity and field, oldest first.");
    static final Text DIGEST_FIRST = new Text(
            "以下为订阅以来的预警动态，按级别、领域排列，最早的在前。", "What happened since you subscribed, by severity and field, oldest first.");
    static final Text CAME_LATE =
            new Text("本摘要本应于 %s 发出，因系统中断补发。", "This should have come on %s; the system was interrupted.");
    static final Text HEARTBEAT_NONE = new Text("每日情况（%s）：无逾期事项", "Daily report of %s: nothing overdue");
    static final Text HEARTBEAT_SOME = new Text("每日情况（%s）：%d 项逾期预警", "Daily report of %s: %d overdue");
    static final Text HEARTBEAT_NONE_INTRO = new Text(
            "截至 %s，%s 名下无逾期预警。本消息每日发送，收不到即表示预警系统可能中断。",
            "As of %s nothing overdue is open for %s. This comes every day; when it does not, the alerts may have stopped.");
    static final Text HEARTBEAT_SOME_INTRO = new Text(
            "截至 %s，%s 名下尚有以下逾期预警。本消息每日发送，收不到即表示预警系统可能中断。",
            "As of %s these overdue alerts are open for %s. This comes every day; when it does not, the alerts may have stopped.");
    static final Text GROUP = new Text("%s · %s（%d 项）", "%s · %s (%d)");
    static final Text ITEM = new Text("%s %s（%s）：%s", "%s: %s (%s). %s");
    static final Text SINCE_DAY = new Text("自 %s", "since %s");
    static final Text OTHERS = new Text("另有 %d 项，请登录查看。", "and %d more; sign in to see them.");
    /** What a link to one alert is called. */
    public static final Text OPEN = new Text("查看", "Open");

    /** What the link to a notice's pilot is called. */
    public static final Text OPEN_PILOT = new Text("查看试点与预警", "See the pilot and its alerts");

    /** What the link to all pilots is called. */
    public static final Text OPEN_ALL = new Text("查看全部试点", "See all pilots");

    /** Where a reader ends what comes. */
    public static final Text FOOTER = new Text(
            "您收到本消息，是因为您的账号在 Pilotwatch 中订阅了预警；可在订阅设置中修改或停用。",
            "You get this because your account subscribed to alerts in Pilotwatch; change or stop it in your subscriptions.");

    private Phrases() {}

    /** How a kind of notice is named. */
    public static Text of(Kind kind) {
        return switch (kind) {
            case RAISED -> new Text("新预警", "New alert");
            case LEVEL_RAISED -> new Text("预警升级", "Alert raised in level");
            case UNMUTED -> new Text("恢复提示", "No longer muted");
            case ACKNOWLEDGEMENT_EXPIRED -> new Text("签收到期", "Acknowledgement ran out");
            case ESCALATED -> new Text("升级督办", "Escalated");
            case CLEARED -> new Text("已解除", "Cleared");
            case DISMISSED -> new Text("已撤销", "Dismissed");
            case ENDPOINT_FAILING -> new Text("预警订阅已停用", "A subscription to alerts was stopped");
            case TEST -> new Text("预警订阅测试", "Test of a subscription to alerts");
            case DIGEST -> new Text("预警摘要", "Digest of alerts");
            case HEARTBEAT -> new Text("每日情况", "Daily report");
        };
    }

    /** What a person wrote or a unit is called, without line breaks and other control characters. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
