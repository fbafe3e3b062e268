package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages of the import. */
@TemplateEnum
public enum ImportWord implements Spoken {
    IMPORT("导入试点名单", "Import the list of pilots"),
    IMPORT_MEANS(
            "先检查、后导入：检查不会更改任何数据。同一名单可以重复导入，已登记的内容不会重复，也不会被更改。",
            "First it is checked, then imported: the check changes nothing. The same list can be imported again; what is registered already is neither doubled nor changed."),
    STEP_CHOOSE("1. 选择名单", "1. Choose the list"),
    STEP_CHECK("2. 检查", "2. Check"),
    STEP_RESULT("3. 导入结果", "3. Result"),
    FILE("CSV 文件", "CSV file"),
    FILE_HINT("UTF-8 或 GBK 编码，最多 20,000 行、8 MB。", "UTF-8 or GBK, at most 20,000 rows and 8 MB."),
    PASTED("或粘贴表格内容", "Or paste the rows"),
    PASTED_HINT(
            "第一行为列名，以逗号分隔。已选择文件时，忽略此处内容。",
            "The first line has the names of the columns; values are separated by commas. Ignored if a file is chosen."),
    CHECK("检查名单", "Check the list"),
    NOTHING_CHOSEN("请选择文件或粘贴内容。", "Choose a file or paste the rows."),
    TEMPLATE("下载空白模板（CSV，可用 Excel 打开）", "Download an empty template (CSV, opens in Excel)"),
    COLUMNS("列的说明", "The columns"),
    COLUMNS_CAPTION("名单的列；列的顺序不限", "The columns of a list, in any order"),
    COLUMN("列名", "Column"),
    COLUMN_MEANS("内容", "What it holds"),
    COLUMN_SEQ("编号，正整数，不可重复", "Number: a positive whole number, each once"),
    COLUMN_KIND("试点类别：名称或代码", "Kind of pilot: its name or code"),
    COLUMN_FIELD_ZH("领域中文名称；多个以分号分隔；可留空", "Field by its Chinese name; several separated by semicolons; may be empty"),
    COLUMN_FIELD_EN("领域英文名称或代码；可留空", "Field by its English name or code; may be empty"),
    COLUMN_ORGANISATION_ZH("试点单位名称", "Name of the pilot unit"),
    COLUMN_REGION_ZH("地区；来源未说明时留空", "Region; empty where the source states none"),
    COLUMN_SOURCE("数据来源", "Where it was read"),
    COLUMN_SYNTHETIC(
            "合成数据填 true，否则 false 或留空；此列可省略", "true for made-up data, else false or empty; the column may be left out"),
    CHECKED("检查结果", "What the check found"),
    CHECKED_ROWS("共 %d 行", "%d rows"),
    WILL_CREATE("将新登记", "To be registered"),
    WILL_KEEP("已登记，无变化", "Registered already, no change"),
    WILL_REFUSE("有错误，不导入", "With errors, not imported"),
    WARNED("有提示，仍可导入", "With a note, imported all the same"),
    DID_CREATE("新登记", "Registered"),
    ROWS("行", "rows"),
    READ_AS("按 %s 编码读取。", "Read as %s."),
    FAULTS("需要更正的内容", "To be corrected"),
    FAULTS_CAPTION("错误所在的行、列和原因", "Line, column and reason of each error"),
    FAULTS_MORE("仅列出前 %d 处；更正后请重新检查。", "Only the first %d are listed; correct them and check again."),
    NOTES("提示", "Notes"),
    NOTES_CAPTION("可以导入但请留意的内容", "What can be imported but is worth knowing"),
    LINE("行", "Line"),
    VALUE("内容", "Value"),
    WHY("原因", "Reason"),
    WHOLE_ROW("整行", "whole row"),
    ALL_GOOD("没有发现错误。", "No errors were found."),
    GO("导入 %d 行", "Import %d rows"),
    GO_MEANS(
            "新登记的试点将立即公布，所有系统都会收到通知。有错误的行不导入，更正后可再次导入整份名单。",
            "The new pilots are published at once and all are told. Rows with errors are left out; correct them and import the whole list again."),
    NOTHING_TO_GO("没有可新登记的行。", "There is no new row to import."),
    OTHER_LIST("选择其他名单", "Choose another list"),
    RESULT("导入完成", "The import is done"),
    TO_REGISTER("查看试点名册", "Go to the register"),
    LOST("未收到名单内容，请重新选择。", "The list did not arrive; please choose it again.");

    private final Text text;

    ImportWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
