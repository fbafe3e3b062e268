package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.quarkus.qute.TemplateEnum;

/** The words of the audit log's page. */
@TemplateEnum
public enum AuditWord implements Spoken {
    TITLE("审计日志", "Audit log"),
    EXPLAINED(
            "谁在何时查看或办理了什么，包括被拒绝的请求。记录只增不改，前后相连，至少保存六个月；查阅本页也会留下记录。",
            "Who saw or did what and when, refused requests too. Entries are only ever added, each is chained to the one before, and they are kept for six months at least. Looking at this page leaves one, too."),
    SERVICES("各服务的审计日志", "The services' audit logs"),
    ACCOUNT("账号", "Account"),
    PILOT("试点编号", "Pilot id"),
    FROM("起始日期", "From"),
    TO("截止日期", "To"),
    DATE_HINT("例如 2026-03-01", "For example 2026-03-01"),
    BAD_DATE("请按 2026-03-01 的格式填写日期。", "Enter the date like 2026-03-01."),
    NOTHING("没有符合条件的记录。", "There is no such entry."),
    CAPTION("审计记录，最新的在前", "Audit entries, the newest first"),
    NUMBER("序号", "No."),
    WHEN("时间", "When"),
    WHO("账号与角色", "Who"),
    NOBODY("未登录", "Nobody signed in"),
    WHAT("操作", "What"),
    ABOUT("对象与条件", "About"),
    OUTCOME("结果", "Outcome"),
    ADDRESS("来源地址", "Came from");

    private final Text text;

    AuditWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
