package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on what was handed in: history, evidence and receipts. */
@TemplateEnum
public enum Tell implements Spoken {
    HISTORY("历史记录", "History"),
    NO_HISTORY("还没有任何更新。", "Nothing was posted yet."),
    OLDER("更早的记录", "Older entries"),
    NEWEST("最新的记录", "The newest entries"),
    MILESTONE_UPDATED("更新进展", "Update"),
    MILESTONE_CLAIMED("提交核定", "Claimed"),
    MILESTONE_FIRST_ACCEPTED("第一次核定同意", "Accepted by a first person"),
    MILESTONE_REACHED("核定完成", "Accepted as reached"),
    MILESTONE_RETURNED("退回", "Returned"),
    EXTENSION_REQUESTED("申请延期", "Extension asked for"),
    EXTENSION_REFUSED("延期未同意", "Extension refused"),
    MILESTONE_EXTENDED("同意延期", "Extension granted"),
    TASK_BOOK_CHANGED("任务书变更", "Task book changed"),
    MILESTONE_CANCELLED("取消", "Cancelled"),
    OTHER_EVENT("其他", "Other"),
    TO_PERCENT("进度 %d%%", "%d%% done"),
    EXPECTED_ON("预计 %s", "expected by %s"),
    TO_DAY("至 %s", "to %s"),
    ACCEPTED("核定", "Accepted"),
    ACCEPTED_ON("%s 核定完成", "accepted as reached on %s"),
    DAYS_LATE("逾期天数", "Days late"),
    IN_TIME("按期", "in time"),

    EVIDENCE("佐证材料", "Evidence"),
    EVIDENCE_CAPTION("本里程碑的佐证材料", "The evidence of this milestone"),
    NO_EVIDENCE("还没有佐证材料。", "No evidence is attached yet."),
    FILE("文件", "File"),
    KIND("材料类型", "Kind"),
    LEVEL("证明级别", "Level"),
    SIZE("大小", "Size"),
    ATTACHED("上传", "Attached"),
    VERIFIED_BY("由 %s 核验", "verified by %s"),
    ADD_FILES("添加佐证材料（选填）", "Add evidence (optional)"),
    CHOOSE_FILES("选择文件", "Choose files"),
    FILES_HINT(
            "PDF、图片、Word、Excel、PPT、ODF、CSV 或文本文件，每个不超过 20 MB，可选多个。",
            "PDF, pictures, Word, Excel, PowerPoint, ODF, CSV or text; at most 20 MB each; you may choose several."),
    PERIOD_FROM("所属期起", "Covers from"),
    PERIOD_TO("所属期止", "Covers to"),
    UPLOAD("上传所选文件", "Upload the chosen files"),
    UPLOADING("正在上传", "Uploading"),
    UPLOADED("已上传", "Uploaded"),
    DROP_HERE("把文件拖到这里，或选择文件", "Drop files here, or choose files"),
    TOO_LARGE("超过 20 MB，未上传", "Larger than 20 MB, not uploaded"),
    WRONG_TYPE("不是可接受的文件类型，未上传", "Not a type of file that is taken, not uploaded"),
    FAILED("上传失败，请重试；若登录已失效，请重新登录。", "The upload failed. Try again; sign in again if your session has ended."),
    ATTACHED_NOW("已上传 %d 份佐证材料。", "Evidence attached: %d."),
    NOT_UPLOADED("您选择了文件但尚未上传，请点“上传所选文件”。", "You chose files but did not upload them. Use “Upload the chosen files”."),
    ONE_FILE_AT_LEAST("请选择至少一个文件。", "Choose at least one file."),
    SOME_REFUSED("部分文件未被接收。", "Some files were not taken."),
    ATTACH_TITLE("上传佐证材料", "Attach evidence"),
    AT_ONCE("文件一经上传即存档，不随表单提交。", "Files are kept as soon as they are uploaded; they do not wait for the form."),

    RECEIPTS_TITLE("回执", "Receipts"),
    RECEIPTS_MEANS(
            "试点单位每次提交都有一份签名回执，前后相连，任何人都无法事后改动。",
            "Each thing that the team handed in has a signed receipt, chained to the one before, so that nobody can change it later."),
    RECEIPTS_CAPTION("回执，最新的在前", "Receipts, newest first"),
    NO_RECEIPTS("还没有回执。", "There are no receipts yet."),
    SENT("已提交", "Sent"),
    SENT_MEANS("请打印或下载本回执留存。", "Print this receipt or download it, and keep it."),
    RECEIPT("回执", "Receipt"),
    NUMBER("回执编号", "Receipt number"),
    WHAT("提交事项", "What was handed in"),
    WHEN("提交时间", "When"),
    BY("提交账号", "By the account"),
    HASH("回执指纹（SHA-256）", "Fingerprint of the receipt (SHA-256)"),
    PREVIOUS("上一份回执的指纹", "Fingerprint of the receipt before"),
    FIRST_ONE("无，这是第一份", "none, this is the first"),
    SIGNATURE("签名", "Signature"),
    GOOD("有效", "good"),
    BAD("无效，请联系运维", "not good; tell the operator"),
    CONTENT("提交内容", "What it says"),
    DOWNLOAD_RECEIPT("下载回执文件", "Download the receipt"),
    VERIFY("核验", "Verify it"),
    VERIFY_MEANS(
            "回执由本系统签名，可离线核验：下载回执链和公钥，用 verify-ledger 工具检查。",
            "The receipt is signed. It can be verified offline: download the chain and the public keys and check them with the tool verify-ledger."),
    CHAIN("下载全部回执链", "Download the whole chain"),
    KEYS("下载公钥", "Download the public keys"),
    PRINT("打印回执", "Print the receipt"),
    WHAT_NEXT("接下来", "What next"),
    ALL_RECEIPTS("本试点的全部回执", "All receipts of this pilot"),
    APPLICATION("申报", "Application"),
    TASK_BOOK("任务书", "Task book"),
    UPDATE("里程碑进展", "Progress of a milestone"),
    CLAIM("里程碑提交核定", "Claim of a milestone"),
    EXTENSION("延期申请", "Request for an extension"),
    REPORT("进展报告", "Progress report"),
    TITLE("标题", "Title"),
    SUMMARY("概述", "Summary"),
    PERIOD("期间", "Period"),
    NEXT_PLAN("下期计划", "Plan for the next period"),
    VERSION("版本", "Version");

    private final Text text;

    Tell(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
