package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Text;
import java.util.Arrays;

/** Why screening found something; says how grave that is. */
public enum ScreeningRule {
    NEGATED(ConductOutcome.MENTION, "否定语境中提及", "named in order to deny or forbid it"),
    QUOTED(ConductOutcome.MENTION, "转述规定、执法或宣传教育", "named in telling of rules, enforcement or teaching"),
    WEAK_PAIR(ConductOutcome.REVIEW, "同类弱特征词同现", "two words that point the same way"),
    WEAK_WITH_LURE(ConductOutcome.REVIEW, "弱特征词与诱导用语同现", "a word that points that way, with a lure"),
    DISGUISED_TERM(ConductOutcome.REVIEW, "变形书写的特征词", "a word written in disguise"),
    PROMISED_RETURN(ConductOutcome.REVIEW, "出资金额与承诺回报同现", "money asked for and a return promised"),
    RECRUIT_REWARD(ConductOutcome.REVIEW, "以拉人为条件给予回报", "a reward for bringing in people"),
    EVADED_CONTROL(ConductOutcome.REVIEW, "监测、核查或上报被关停、规避", "a control against laundering that is dodged"),
    FALSE_PRAISE(ConductOutcome.REVIEW, "借官方名义或虚假信息宣传", "praise that leans on the state or on what is not so"),
    HARMLESS_OVERRIDDEN(ConductOutcome.REVIEW, "无害用语中藏有规避表述", "a harmless word in a sentence about evading"),
    OVERRIDDEN_NEGATION(ConductOutcome.REVIEW, "虚假否定", "a denial that the sentence takes back"),
    STRONG_TERM(ConductOutcome.ALERT, "明确违规用语", "a plain word of prohibited conduct");

    private final ConductOutcome outcome;
    private final Text title;

    ScreeningRule(ConductOutcome outcome, String zh, String en) {
        this.outcome = outcome;
        this.title = new Text(zh, en);
    }

    /** How grave a find by this rule is. */
    public ConductOutcome outcome() {
        return outcome;
    }

    /** The rule in words. */
    public Text title() {
        return title;
    }

    /** The words for a rule's code; a flag may outlive its rule, which then goes by its code. */
    public static Text titled(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.name().equals(code))
                .findFirst()
                .map(ScreeningRule::title)
                .orElse(new Text(code, code));
    }
}
