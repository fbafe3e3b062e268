package io.pilotwatch.local.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** What the gateway says when it has to answer itself: RFC 9457, in the caller's language. */
record Problem(int status, String code, String title, String detail, String language) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHINESE = "zh-CN";

    /** The service behind is not there, e.g. because it is just being started. */
    static Problem away(String service, String acceptLanguage) {
        return chinese(acceptLanguage)
                ? new Problem(503, "service-away", "服务暂不可用", service + " 暂时没有响应，请稍后重试。", CHINESE)
                : new Problem(
                        503,
                        "service-away",
                        "Service away",
                        service + " does not answer at the moment; try again shortly.",
                        "en");
    }

    static Problem hidden(String acceptLanguage) {
        return chinese(acceptLanguage)
                ? new Problem(404, "not-found", "未找到", "该地址不存在。", CHINESE)
                : new Problem(404, "not-found", "Not found", "There is nothing at this address.", "en");
    }

    /** The address or the headers; whoever sends such has no language that could be read. */
    static Problem tooLong(int status) {
        return new Problem(status, "request-too-long", "请求过长", "地址或请求头过长。", CHINESE);
    }

    static Problem unreadable() {
        return new Problem(400, "request-unreadable", "请求有误", "请求无法读取。", CHINESE);
    }

    String json(String instance) {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", "urn:pilotwatch:problem:" + code);
        json.put("code", code);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        json.put("instance", instance);
        return json.toString();
    }

    /** The same for a person. Nothing in it comes from the request, and the service whose style it would have is away. */
    String html() {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">
                <title>%s</title></head><body><main><h1>%s</h1><p>%s</p></main></body></html>
                """.formatted(language, title, title, detail);
    }

    /** The first language that we speak, by weight; Chinese, the programme's own, when none is named. */
    private static boolean chinese(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return true;
        }
        try {
            return LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().toLowerCase(Locale.ROOT))
                    .filter(range -> range.startsWith("zh") || range.startsWith("en"))
                    .findFirst()
                    .map(range -> range.startsWith("zh"))
                    .orElse(true);
        } catch (IllegalArgumentException _) {
            return true;
        }
    }
}
