package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import java.util.Map;

/** What each HTTP status means to a person. */
final class HttpTexts {

    private static final Map<Integer, Text> TEXTS = Map.ofEntries(
            Map.entry(400, new Text("请求有误", "The request is not right")),
            Map.entry(401, new Text("请先登录", "Please sign in")),
            Map.entry(403, new Text("您的账号无权执行此操作", "Your account may not do this")),
            Map.entry(404, new Text("未找到", "Not found")),
            Map.entry(405, new Text("此地址不支持该方法", "This address does not take that method")),
            Map.entry(406, new Text("无法以所要求的格式回答", "There is no answer in the format asked for")),
            Map.entry(409, new Text("与当前状态冲突", "It conflicts with how things stand")),
            Map.entry(412, new Text("内容已被他人修改", "It was changed by someone else meanwhile")),
            Map.entry(413, new Text("请求过大", "The request is too large")),
            Map.entry(415, new Text("不支持此内容类型", "This content type is not supported")),
            Map.entry(422, new Text("请求的值无法接受", "A value cannot be accepted")),
            Map.entry(429, new Text("请求过多", "Too many requests")),
            Map.entry(428, new Text("缺少前提条件", "A precondition is missing")),
            Map.entry(503, new Text("服务暂不可用，请稍后重试", "Not available just now, please try again shortly")));

    private static final Text FAILED = new Text("服务内部错误，已记录", "Something went wrong on our side; it has been recorded");

    private HttpTexts() {}

    static Text of(int status) {
        return TEXTS.getOrDefault(status, status >= 500 ? FAILED : TEXTS.get(400));
    }
}
