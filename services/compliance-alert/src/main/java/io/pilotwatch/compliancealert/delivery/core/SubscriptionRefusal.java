package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why an act on a subscription is refused. */
public enum SubscriptionRefusal implements Refusal {
    AGENCY_FOREIGN("您的账号不代表该部门。", "Your account does not speak for this agency.", "/agency"),
    AGENCY_AMBIGUOUS("您的账号代表多个部门，请指明一个。", "Your account speaks for several agencies; name one.", "/agency"),
    TARGET_MISSING("请填写接收地址。", "Give the target to send to.", "/target"),
    TARGET_NOT_WANTED("实时流由接收方打开，不填接收地址。", "A stream is opened by its reader and has no target.", "/target"),
    TARGET_NOT_HTTP(
            "接收地址应为完整的网址，以 https:// 或 http:// 开头，不含“#”及其后内容。",
            "The address is a whole one that begins with https:// or http://, without “#” and what follows it.",
            "/target"),
    TARGET_WITH_CREDENTIALS("接收地址不得含用户名或口令。", "The target holds no user name or password.", "/target"),
    TARGET_NOT_PUBLIC(
            "该地址无法解析，或指向内部网络（如本机、10.x、192.168.x）。本系统只向互联网上可访问的地址发送；如确需发往内网，请联系运维将其列入允许名单。",
            "This address cannot be found, or is in an internal network (such as localhost, 10.x or 192.168.x). Only addresses that can be reached on the Internet are sent to; if it must be an internal one, ask the operator to allow it.",
            "/target"),
    TARGET_NOT_EMAIL("接收地址应为一个电子邮箱地址。", "The target is one e-mail address.", "/target"),
    RULE_UNKNOWN("有不存在的规则。", "There is no such rule.", "/rules"),
    FIELD_UNKNOWN("有不存在的领域。", "There is no such field.", "/fields"),
    DIGEST_NOT_BY_THIS_CHANNEL("实时流不能汇总发送。", "A stream does not come as a digest.", "/timing"),
    RECEIPT_KEY_UNUSABLE(
            "回执公钥应为 Ed25519 公钥的 JWK，不含私钥。",
            "The receipt key is the JWK of an Ed25519 public key, without the private one.",
            "/receiptKey"),
    NOT_A_WEBHOOK("只有 webhook 订阅有密钥。", "Only a webhook subscription has secrets.", null),
    SUBSCRIPTION_ACTIVE("该订阅未停用。", "The subscription is not disabled.", null),
    SUBSCRIPTION_DISABLED("该订阅已停用。", "The subscription is disabled already.", null),
    CHANNEL_NOT_TRIED("该渠道没有可供测试的发送。", "Nothing is sent by this channel that could be tested.", null),
    REPLAY_OF_ONE_OR_SINCE("请给出 deliveryId 或 since 之一。", "Give either deliveryId or since.", "/deliveryId"),
    RECEIPT_KEY_NOT_REGISTERED("该订阅未登记回执公钥。", "The subscription has no receipt key registered.", null),
    RECEIPT_NOT_SIGNED("回执签名无效。", "The receipt is not signed with the registered key.", "/receipt"),
    RECEIPT_OF_OTHER_DELIVERY("回执所指并非本次送达。", "The receipt is of another delivery.", "/receipt"),
    RECEIPT_OF_NO_ALERT("该送达不涉及预警，不记入存证链。", "The delivery is about no alert; there is no chain for it.", null),
    RECEIVED_ALREADY("已收到另一份回执。", "Another receipt was given already.", null);

    private final Text text;
    private final String pointer;

    SubscriptionRefusal(String zh, String en, @Nullable String pointer) {
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
