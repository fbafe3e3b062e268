package io.pilotwatch.milestone.evidence.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/** Why a file may not be attached, or evidence not verified. */
public enum Refusal implements io.pilotwatch.contracts.Refusal {
    EVIDENCE_ALREADY_ATTACHED(
            "同一文件已作为该里程碑的同类佐证材料上传。",
            "This very file is attached already, to the same milestone and as the same kind.",
            null),
    EVIDENCE_ALREADY_VERIFIED("该佐证材料已由主管部门核验。", "The evidence is verified already.", null),
    FILE_MISSING("请在表单字段 file 中上传一个文件，且仅一个。", "Upload one file, and one only, in the form's field file.", "/file"),
    FILE_EMPTY("文件为空。", "The file is empty.", "/file"),
    FILE_NAME_REFUSED(
            "文件名应为 1 至 200 个字符，不含路径和控制字符。",
            "A file name has 1 to 200 characters, no path and no control characters.",
            "/file"),
    FILE_TYPE_REFUSED(
            "只接受 PDF、PNG、JPEG、DOCX、XLSX、PPTX、ODT、ODS、ODP、CSV 和 TXT 文件，不接受程序、脚本和含宏的文档。",
            "Only PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV and TXT files are taken; no programs, no"
                    + " scripts and no documents with macros.",
            "/file"),
    FILE_UNPACKS_TOO_FAR(
            "该文档解压后超过 400 MB，请缩减内容或拆分。", "Unpacked, the document has more than 400 MB; reduce or split it.", "/file"),
    FILE_NAME_CONTRADICTS_CONTENT(
            "文件扩展名与文件内容不符。", "The file name's extension is not that of what the file contains.", "/file"),
    EVIDENCE_KIND_UNKNOWN("没有此类佐证材料。", "There is no such kind of evidence.", "/kind"),
    EVIDENCE_LEVEL_UNKNOWN(
            "层级应为 DECLARED 或 THIRD_PARTY；AUTHORITY 由主管部门核验得来。",
            "The level is DECLARED or THIRD_PARTY; AUTHORITY comes of the lead regulator's verification.",
            "/level"),
    MILESTONE_UNKNOWN("任务书中没有此里程碑。", "The task book has no such milestone.", "/milestoneId"),
    PERIOD_INCOMPLETE("所属期的起止日期应同时给出。", "A period has both a first and a last day.", "/periodTo"),
    PERIOD_BACKWARDS("所属期止日不能早于起日。", "The period ends before it begins.", "/periodTo"),
    PERIOD_FROM_UNREADABLE("日期应形如 2022-07-01。", "A day is written as 2022-07-01.", "/periodFrom"),
    PERIOD_TO_UNREADABLE("日期应形如 2022-07-01。", "A day is written as 2022-07-01.", "/periodTo");

    private final Text text;
    private final String pointer;

    Refusal(String zh, String en, @Nullable String pointer) {
        this.text = new Text(zh, en);
        this.pointer = pointer;
    }

    @Override
    public Text text() {
        return text;
    }

    @Override
    @Nullable
    public String pointer() {
        return pointer;
    }
}
