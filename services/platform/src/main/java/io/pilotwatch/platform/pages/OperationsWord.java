package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.quarkus.qute.TemplateEnum;
import java.util.Arrays;
import java.util.Locale;

/** The words of the operator's pages. */
@TemplateEnum
public enum OperationsWord implements Spoken {
    INTAKE("申报与名册", "Intake"),
    MILESTONE("里程碑", "Milestones"),
    COMPLIANCE_ALERT("合规预警", "Compliance alerts"),
    REPORTING("总览与报告", "Reporting"),
    PLATFORM("平台", "Platform"),

    OPERATIONS_OF("系统运维：%s", "Operations: %s"),
    SERVICES("各服务", "The services"),
    LOOKED_AT("查看时间：%s", "As it stands at %s"),
    REFRESH("刷新", "Refresh"),
    ATTENTION("有 %d 条死信待处理。", "%d dead letters wait for you to decide."),
    ALL_WELL("没有待处理的死信。", "No dead letter waits."),
    OPEN_DESK("查看死信", "Open the dead letters"),
    REBUILD("重建视图", "Rebuild the views"),
    BACK_TO("返回系统运维：%s", "Back to operations: %s"),
    NEVER("从未", "Never"),
    NOT_SINCE_START("本进程启动以来尚无", "Not since this process started"),
    NOTHING_WAITS("无", "None"),

    GOING_OUT("发出", "Going out"),
    OUTBOX_WAITING("待发事件", "Events waiting to be sent"),
    OUTBOX_OLDEST("最早一条自", "The oldest waits since"),
    LAST_SENT("本进程最近一次发出", "This process last sent one"),
    RELAY_ROUND("发送程序最近一次全部发完", "All that waited was last sent"),
    STANDS_BY("由其他副本发送，或尚未开始", "Another replica sends, or none yet"),
    COMING_IN("收到", "Coming in"),
    COMING_IN_CAPTION("本服务接收的事件，按来源", "The events that this service takes in, by where they come from"),
    FROM("来源", "From"),
    BEHIND("未处理（条）", "Not handled yet"),
    HANDLED_AT("最近一次处理", "Last handled"),
    NO_BROKER("消息系统无响应", "Kafka does not answer"),
    HEARS_NOTHING("本服务不接收事件。", "This service takes in no events."),
    SWEEP("到期检查", "Looking for deadlines"),
    LAST_SWEEP("最近一次到期检查", "Deadlines were last looked for"),

    CLOCK("项目时钟", "Programme clock"),
    CLOCK_SYSTEM("跟随系统时间", "It is the system's"),
    CLOCK_STEPPED("由运维人员推进", "An operator moves it"),
    SHOWS("显示时间", "It shows"),
    STEP_CLOCK("推进时钟", "Step the clock"),
    STEP_MEANS(
            "四个服务的时钟一起推进。到期事项会立即处理，且无法撤销：时钟不能倒退。",
            "The clocks of all four services move together. All that falls due is done at once and cannot be undone: a clock never goes back."),
    STEP_TO("推进至", "Step to"),
    STEP_HINT("北京时间，例如 2022-03-01T00:00", "China Standard Time, such as 2022-03-01T00:00"),
    STEP_BAD("请填写有效的日期和时间，例如 2022-03-01T00:00。", "Enter a real date and time, such as 2022-03-01T00:00."),
    STEP_MISSING("请填写要推进到的时间。", "Enter the time to step to."),
    STEPPED("四个服务的时钟均已推进。", "The clocks of all four services were moved."),
    STEP_FAILED(
            "部分服务未能推进。排除原因后，可再次推进到同一时间。",
            "Some services were not moved. Mend what keeps them, then step to the same time again."),
    CLOCKS_CAPTION("各服务的时钟", "The clock of each service"),
    SERVICE("服务", "Service"),
    RESULT("结果", "Result"),
    NO_ANSWER("未成功：%s", "Failed: %s"),

    DEAD_LETTERS("死信", "Dead letters"),
    DEAD_LETTERS_MEAN(
            "本服务无法处理而搁置的事件。排除原因后重新处理；永远无法处理的，写明原因后关闭。",
            "Events that this service could not handle and put aside. Mend the cause, then let them in again; close with a reason what can never be handled."),
    NONE_WAITS("没有待处理的死信", "No dead letter waits"),
    NONE_WAITS_MEANS("本服务收到的事件均已处理。", "This service has handled all that came in, or somebody decided about it."),
    GROUPS_CAPTION(
            "待处理的死信，按原因，数量多的在前（省略号代替编号和数字）",
            "Waiting dead letters by reason, the most first (… stands for ids and numbers)"),
    REASON("原因", "Reason"),
    COUNT("数量", "How many"),
    NEWEST("最近一条", "The newest"),
    ALL_LETTERS("全部死信（含已处理和已关闭）", "All dead letters, done ones too"),
    LIST("死信列表", "List of dead letters"),
    LIST_OF("原因为“%s”的死信", "Dead letters: %s"),
    STATE("状态", "State"),
    LIST_CAPTION("死信，最新的在前", "Dead letters, newest first"),
    NO_LETTERS("没有符合条件的死信。", "There is no such dead letter."),
    CHOOSE("选择", "Choose"),
    CHOOSE_ONE("选择 %d 号死信", "Choose dead letter %d"),
    LETTER("%d 号死信", "Dead letter %d"),
    NUMBER("编号", "No."),
    EVENT("事件类型", "Event type"),
    PILOT("试点编号", "Pilot id"),
    GIVEN_UP("搁置时间", "Put aside"),
    LAST_ACT("最近操作", "Last act"),
    NO_ACT("尚无", "None yet"),
    NOT_STATED("未注明", "Not stated"),
    WHAT_TO_DO("处理", "What to do"),
    WHICH("对象", "Which"),
    THE_CHOSEN("上面勾选的", "Those ticked above"),
    ALL_OF_GROUP("此原因下的全部（每次最多 %d 条）", "All that wait for this reason (at most %d at once)"),
    WHY_CLOSE("关闭原因", "Why they are closed"),
    WHY_CLOSE_HINT("仅关闭时填写，会永久保留。", "Only for closing; it is kept for good."),
    REDRIVE("重新处理", "Let it in again"),
    REDRIVE_MEANS(
            "本服务按刚收到的方式再处理一次；重复操作没有坏处。", "The service handles it as if it came in now; trying twice does no harm."),
    CLOSE("关闭", "Close"),
    NONE_CHOSEN("请至少勾选一条。", "Tick at least one."),
    CHOOSE_ACT("请选择重新处理或关闭。", "Choose to let them in again or to close."),
    DID_REDRIVE("已重新处理 %d 条；%d 条仍未成功。", "%d let in again; %d still could not be handled."),
    DID_CLOSE("已关闭 %d 条；%d 条未关闭。", "%d closed; %d were not."),
    WHERE("位置", "Where it was"),
    WHERE_IS("主题 %s，分区 %d，偏移 %d", "topic %s, partition %d, offset %d"),
    HEADERS("消息头", "Headers"),
    NAME("名称", "Name"),
    VALUE("内容", "Value"),
    NO_VALUE("没有内容。", "It has no value."),
    SHORTENED("共 %d 字节，仅显示开头。", "%d bytes in all; the beginning is shown."),
    HISTORY("处理记录", "What was done"),
    HISTORY_CAPTION("谁在何时做了什么，最早的在前", "Who did what when, the earliest first"),
    NO_HISTORY("尚未有人处理。", "Nobody has done anything about it yet."),
    WHEN("时间", "When"),
    WHO("账号", "Account"),
    WHAT("操作", "Act"),
    DONE_WITH("已处理完毕，无需再操作。", "It is done with; there is nothing left to do."),
    HANDLED("成功", "Handled"),
    REPEATED("此前已处理过，无需重复", "Had been handled meanwhile"),
    FAILED("仍未成功", "Failed again"),
    CLOSED("已关闭", "Closed");

    private final Text text;

    OperationsWord(String zh, String en) {
        text = new Text(zh, en);
    }

    /** What a service is called; its own name where it is none of ours. */
    public static Text service(String name) {
        var constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(word -> word.name().equals(constant))
                .findFirst()
                .map(OperationsWord::text)
                .orElseGet(() -> new Text(name, name));
    }

    @Override
    public Text text() {
        return text;
    }
}
