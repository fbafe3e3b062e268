package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.quarkus.qute.TemplateEnum;

/** The words that stand on the pages of every service. */
@TemplateEnum
public enum Common implements Spoken {
    SKIP("跳到正文", "Skip to content"),
    MAIN_MENU("主菜单", "Main menu"),
    LANGUAGE("语言", "Language"),
    SIGNED_IN_AS("已登录：", "Signed in as"),
    SIGN_OUT("退出登录", "Sign out"),
    FOOTER("所有日期和时间均为北京时间。", "All dates and times are in China Standard Time (UTC+8)."),
    PAUSE("暂停自动更新", "Pause updates"),
    RESUME("恢复自动更新", "Resume updates"),
    LIVE("自动更新中", "Updating by itself"),
    PAUSED("已暂停自动更新", "Updates are paused"),
    OFFLINE("连接中断，正在重试", "Connection lost, trying again"),

    PORTFOLIO("总览", "Portfolio"),
    PILOTS("试点", "Pilots"),
    WORK("我的工作", "My work"),
    DECISIONS("待我决定", "To decide"),
    INBOX("预警", "Alerts"),
    CONDUCT("内容审查", "Conduct review"),
    SUBSCRIPTIONS("通知设置", "Notifications"),
    APPLICATIONS("申报", "Applications"),
    REGISTER("试点名册", "Register"),
    IMPORT("名单导入", "Import"),
    OPERATIONS("系统运维", "Operations"),
    AUDIT("审计日志", "Audit log"),

    BACK("返回", "Back"),
    NEXT("下一页", "Next page"),
    FIRST("回到第一页", "First page"),
    CONTINUE("继续", "Continue"),
    SAVE("保存", "Save"),
    SEND("提交", "Send"),
    CANCEL("取消", "Cancel"),
    CHANGE("修改", "Change"),
    SEARCH("搜索", "Search"),
    SHOW("查看", "Show"),
    FILTER("筛选", "Filter"),
    APPLY("筛选", "Apply"),
    CLEAR("清除条件", "Clear"),
    DOWNLOAD("下载", "Download"),
    PRINT("打印", "Print"),
    YES("是", "Yes"),
    NO("否", "No"),
    NONE("无", "None"),
    ALL("全部", "All"),
    ANY("不限", "Any"),
    OPTIONAL("选填", "optional"),
    CHECK_ANSWERS("核对填写内容", "Check your answers"),
    SYNTHETIC("合成数据", "Synthetic"),
    DRAFT_RESTORED("已恢复您于 {time} 尚未提交的内容。", "What you had typed by {time} and not sent yet has been put back."),
    DRAFT_KEPT("已在本机暂存", "Kept on this computer"),
    DISCARD_DRAFT("放弃暂存内容", "Discard it"),
    THERE_IS_A_PROBLEM("填写内容有误", "There is a problem"),
    NOT_A_WHOLE_NUMBER("请填写整数。", "Enter a whole number."),
    NOT_A_NUMBER("请填写数字。", "Enter a number."),
    NOT_A_DAY("请填写有效日期，例如 2023-06-30。", "Enter a real date, such as 2023-06-30."),
    NOT_ONE_OF_THESE("请选择列出的一项。", "Choose one of those listed."),

    SOMETHING_WRONG("无法显示此页", "This page cannot be shown"),
    NOT_FOUND("未找到此页", "Page not found"),
    NOT_ALLOWED("您的账号无权查看", "Your account may not see this"),
    NOT_READY("暂时无法使用", "Not available just now"),
    NOTHING_CHANGED("没有任何内容被更改。", "Nothing was changed."),
    SENT_TOO_LATE(
            "提交时登录已失效，因此未被接收。您填写的内容保存在浏览器中：请返回重新提交。",
            "Your session had ended when you sent this, so it was not taken. What you typed is kept in your browser: go back and send it again."),
    NOT_FROM_OUR_FORM(
            "此表单已过期或并非来自本系统，请返回并重新提交。", "This form is too old, or is not one of ours. Go back and send it again."),
    BACK_TO_START("返回首页", "Back to the start page");

    private final Text text;

    Common(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
