package io.pilotwatch.compliancealert.delivery.core;

/** By which way somebody is told. */
public enum ChannelKind {
    WEBHOOK,
    EMAIL,
    WECOM,
    DINGTALK,
    FEISHU,
    STREAM
}
