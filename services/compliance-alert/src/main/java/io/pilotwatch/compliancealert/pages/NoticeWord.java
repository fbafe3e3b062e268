package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The fixed words of the pages on notifications. */
@TemplateEnum
public enum NoticeWord implements Spoken {
    NOTIFICATIONS("通知设置", "Notifications"),
    MEANS(
            "预警发生、升级或解除时，按下列方式通知您。至少保留一种有人随时查看的方式。",
            "These tell you when an alert is raised, escalated or cleared. Keep at least one that somebody looks at."),
    ADD("新增通知方式", "Add a way to be told"),
    NONE(
            "您还没有设置任何通知方式，预警只能在本系统中查看。",
            "You have set up no way to be told yet, so you only see alerts when you look here."),
    NONE_MEANS("电子邮件最简单：填写邮箱即可，一分钟完成。", "E-mail is the easiest: one address, one minute."),
    LIST_CAPTION("您的通知方式，先设置的在前", "Your ways to be told, oldest first"),
    CHANNEL("方式", "Way"),
    TARGET("接收地址", "Target"),
    WANTS("通知内容", "What is told"),
    STATE("状态", "State"),
    LAST_TRIES("最近发送", "Last tries"),
    WORKING("正常", "Working"),
    NEVER_SENT("尚未发送", "Nothing sent yet"),
    LAST_FAILED("最近一次未送达", "The last try failed"),
    FAILING("自 %s 起发送失败", "Failing since %s"),
    DISABLED("已停用：%s", "Stopped: %s"),
    WAITING("%d 条待发送", "%d wait to be sent"),
    GIVEN_UP("%d 条未送达", "%d never arrived"),
    NO_TRIES("无", "None"),
    OPEN_STREAM("由接收程序打开", "opened by its reader"),
    EVERYTHING("全部预警", "All alerts"),
    AT_LEAST("%s及以上", "%s and graver"),
    RULES("规则：%s", "rules: %s"),
    FIELDS("领域：%s", "fields: %s"),
    AT_ONCE("逐条即时发送", "each at once"),
    DIGEST("每个工作日早上汇总", "together on each working morning"),
    AND_DAILY("含每日逾期情况", "with the daily report"),
    OFFICE_VIEW("各部门送达情况", "Who is reached"),

    CHOOSE_CHANNEL("您希望怎样收到通知？", "How do you want to be told?"),
    WEBHOOK_MEANS("由贵单位系统接收 JSON，并校验签名。", "Your own system takes JSON and checks its signature."),
    EMAIL_MEANS("发到一个邮箱。", "To one address."),
    ROBOT_MEANS("发到工作群，需先在群内添加自定义机器人。", "Into a group chat to which a custom robot was added."),
    STREAM_MEANS("供程序持续读取，不能汇总发送。", "For a program that keeps reading; never as a digest."),
    NEW_OF("新增：%s", "Add: %s"),
    EMAIL_ADDRESS("电子邮箱", "E-mail address"),
    URL("接收网址", "Address"),
    URL_HINT(
            "完整网址，例如 https://hooks.example.gov.cn/pilotwatch。须能从互联网访问；本机和内部网络地址不予发送。",
            "A whole address, such as https://hooks.example.gov.cn/pilotwatch. It must be reachable on the Internet; this machine and internal networks are not sent to."),
    ROBOT_URL("机器人地址", "The robot's address"),
    ROBOT_HINT(
            "从群机器人设置页复制。若启用加签，在地址末尾加 &secret=密钥；地址保存后仅显示末尾几位。",
            "Copy it from the robot's settings. Where it asks for signatures, add &secret=… at the end; once saved only its last characters are shown."),
    SIGNATURE("签名方式", "How it is signed"),
    AGENCY("代表哪个部门接收", "For which agency"),
    SEVERITY("通知哪些级别", "Which severities"),
    ALL_SEVERITIES("全部级别", "All"),
    WHICH_RULES("只通知这些规则", "Only these rules"),
    WHICH_FIELDS("只通知这些领域", "Only these fields"),
    NONE_IS_ALL("都不选即不限。", "None chosen means all."),
    TIMING("何时发送", "When"),
    LANGUAGE("使用语言", "Language"),
    HEARTBEAT("每日逾期情况", "Daily report"),
    HEARTBEAT_HINT(
            "每天早上发送逾期事项；没有逾期也发送，以便察觉通知中断。",
            "What is overdue, every morning; also when nothing is, so that silence is noticed."),
    HEARTBEAT_YES("每天发送", "Send it every day"),
    MAKE("保存并继续", "Save and continue"),

    SECRET_TITLE("请立即保存签名密钥", "Keep the secret now"),
    SECRET_ONCE(
            "密钥只显示这一次。离开此页后无法再次查看，只能更换。",
            "It is shown only this once. After you leave this page it can only be replaced."),
    SECRET("签名密钥", "Secret"),
    PUBLIC_KEY("验签公钥", "Public key"),
    SECRET_USE(
            "接收系统用它校验请求头 webhook-signature（Standard Webhooks 1.0）。",
            "With it the receiver checks the header webhook-signature (Standard Webhooks 1.0)."),
    FORMER_UNTIL("原密钥在 %s 之前仍可用于校验。", "The former one is honoured beside it until %s."),
    FORMER_ENDED("原密钥已立即失效。", "The former one is honoured no more."),
    COPY("复制", "Copy"),
    COPIED("已复制", "Copied"),
    KEPT("我已保存，继续", "I have kept it, continue"),

    ABOUT("设置", "Settings"),
    ACCOUNT("账号", "Account"),
    MADE("设置于", "Set up"),
    CHANGE("修改通知内容", "Change what is told"),
    TEST("发送测试", "Send a test"),
    TEST_MEANS(
            "立即发送一条测试消息并显示对方的答复，最多等待十五秒。",
            "Sends a test message now and shows the answer; it may take fifteen seconds."),
    TEST_RESULT("测试结果", "Result of the test"),
    TEST_WENT("测试消息已送达。", "The test arrived."),
    TEST_FAILED("测试消息没有送达。", "The test did not arrive."),
    TEST_UNDER_WAY("测试正在进行，请稍后刷新本页。", "The test is under way; reload this page in a moment."),
    DELIVERIES("最近通知", "Latest deliveries"),
    DELIVERIES_CAPTION("每条通知及其每次发送，最新的在前", "Each delivery with its tries, newest first"),
    NO_DELIVERIES("还没有通知。可先发送测试。", "Nothing has been sent yet. Send a test to see that it works."),
    NOTICE("通知", "Notice"),
    TRIES("发送记录", "Tries"),
    TRY("第 %d 次", "Try %d"),
    ANSWERED("答复 %d", "answered %d"),
    NO_ANSWER("没有答复", "no answer"),
    MILLIS("%d 毫秒", "%d ms"),
    NEXT_TRY("下次发送 %s", "next try at %s"),
    IN_DIGEST("随汇总发送", "goes with the digest"),
    RECEIPT("已收到签名回执", "signed receipt received"),
    DELIVERY_PENDING("待发送", "Waiting"),
    DELIVERY_COLLECTED("待汇总", "For the digest"),
    DELIVERY_DELIVERED("已送达", "Delivered"),
    DELIVERY_GIVEN_UP("未送达，不再重试", "Given up"),
    DELIVERY_CANCELLED("已取消", "Cancelled"),
    SEND_AGAIN("重新发送", "Send again"),
    SEND_AGAIN_OF("重新发送：%s", "Send again: %s"),
    REPLAY("补发一段时间的通知", "Send again since a day"),
    REPLAY_MEANS(
            "接收系统中断过时使用：自该日零时起应通知您的内容全部重新发送，编号不变，包括停用期间未发送的。",
            "For when your receiver was away: all that you should have been told since the start of that day is sent again, under the same ids, also what was said while it was stopped."),
    SINCE("自哪天起", "Since"),
    REPLAY_BUTTON("补发", "Send again"),
    SINCE_MISSING("请选择一天。", "Choose a day."),

    MORE("其他操作", "More"),
    ROTATE("更换签名密钥", "Replace the secret"),
    ROTATE_MEANS("定期更换，或怀疑密钥泄露时更换。", "From time to time, or when somebody else may know it."),
    ROTATE_HOW("原密钥如何处理", "What becomes of the former one"),
    ROTATE_OVERLAP("同时有效二十四小时，便于接收系统切换", "Honoured beside it for 24 hours, so that your receiver can change over"),
    ROTATE_AT_ONCE("立即失效（密钥可能已泄露）", "Honoured no more from now on, since somebody else may know it"),
    STOP("停用", "Stop"),
    STOP_MEANS("暂停通知，设置保留，可随时重新启用。", "Nothing is sent until you start it again; its settings stay."),
    START("重新启用", "Start again"),
    START_MEANS("恢复通知，待发送的随即发出。", "It is told again, and what waits is sent."),
    DELETE("删除", "Delete"),
    DELETE_TITLE("删除这一通知方式？", "Delete this way to be told?"),
    DELETE_MEANS(
            "删除后不再发送，待发送的取消，不可恢复；已发送的记录保留。",
            "Nothing is sent any more, what waits is cancelled, and it cannot be brought back; what was sent stays on record."),
    DELETE_LAST(
            "这是您唯一有效的通知方式，删除后预警将不再通知您。",
            "It is the only way by which you are told; after this no alert will reach you."),
    NOT_YOURS("此通知方式属于账号 %s，您只能查看。", "It belongs to the account %s; you may only look at it."),
    BACK("返回通知设置", "Back to notifications"),
    BACK_TO_ONE("返回", "Back"),

    DONE_MADE("已保存。请发送测试，确认能够收到。", "Saved. Send a test to make sure that it arrives."),
    DONE_CHANGED("通知内容已修改。", "What is told was changed."),
    DONE_ROTATED("签名密钥已更换；密钥只在更换当时显示一次。", "The secret was replaced; it was shown once, right then."),
    DONE_STOPPED("已停用。", "Stopped."),
    DONE_STARTED("已重新启用。", "Started again."),
    DONE_DELETED("已删除。", "Deleted."),
    DONE_REPLAYED("%s 条通知将重新发送。", "To be sent again: %s."),

    ANSWER_OK("对方已接收。", "The receiver took it."),
    ANSWER_REDIRECT(
            "对方要求改发别处；为安全起见不跟随跳转，请填写最终地址。",
            "It points elsewhere, which is not followed for safety; give the final address."),
    ANSWER_DENIED(
            "对方拒绝：可能需要认证，或未能校验签名。", "The receiver refused: it may want a login, or could not verify the signature."),
    ANSWER_NOT_FOUND("对方没有这个地址，请检查路径。", "There is no such address at the receiver; check the path."),
    ANSWER_GONE("对方表示不再接收。", "The receiver says that nobody is there any more."),
    ANSWER_BUSY("对方繁忙，稍后会再试。", "The receiver is busy; it is tried again later."),
    ANSWER_BROKEN("对方系统出错。", "The receiver's own system failed."),
    ANSWER_REFUSED("对方未接收。", "The receiver did not take it."),
    ANSWER_NONE("连接不上，或对方在十五秒内没有答复。", "It could not be reached, or did not answer within fifteen seconds."),

    HEALTH("各部门送达情况", "Who is reached"),
    HEALTH_MEANS("每个部门能否收到预警；收不到的在前。", "Whether each agency hears of its alerts; those that do not come first."),
    HEALTH_CAPTION("各部门的通知方式及最近送达", "Each agency's ways to be told, and when it was last reached"),
    AGENCY_NAME("部门", "Agency"),
    REACHED("能否收到", "Reached?"),
    UNREACHED("收不到：没有有效的通知方式", "No: nothing is set up that works"),
    PARTLY("部分收不到", "In part: some do not work"),
    REACHED_YES("能收到", "Yes"),
    WORKING_COUNT("正常", "Working"),
    FAILING_COUNT("失败", "Failing"),
    STOPPED_COUNT("停用", "Stopped"),
    LOST_COUNT("未送达", "Never arrived"),
    LAST_REACHED("最近送达", "Last reached"),
    NEVER("从未", "Never"),
    TROUBLED("有问题的通知方式", "Ways that do not work"),
    TROUBLED_CAPTION("已停用、发送失败或有未送达的通知方式", "Stopped, failing, or with deliveries that never arrived"),
    NO_TROUBLE("所有通知方式均正常。", "All ways that are set up work.");

    private final Text text;

    NoticeWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
