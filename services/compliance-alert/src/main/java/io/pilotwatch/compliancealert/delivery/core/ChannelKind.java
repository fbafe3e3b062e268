package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Text;

/** By which way somebody is told. */
public enum ChannelKind {
    WEBHOOK("系统接口（webhook）", "Webhook"),
    EMAIL("电子邮件", "E-mail"),
    WECOM("企业微信群机器人", "WeCom group robot"),
    DINGTALK("钉钉群机器人", "DingTalk group robot"),
    FEISHU("飞书群机器人", "Feishu group robot"),
    STREAM("实时推送", "Live stream");

    private final Text text;

    ChannelKind(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The way in words. */
    public Text text() {
        return text;
    }
}
