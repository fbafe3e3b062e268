package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reward for bringing in people, whatever it is called: 拉三个人就能回本, "bring two friends and move up a rank". Works on a
 * sentence in its plain form.
 */
final class RecruitReward {

    /** What it is a sign of. */
    static final String CATEGORY = "pyramid_selling";

    private static final Pattern ZH = Pattern.compile("(?:拉|推荐|邀请|发展|介绍|带|带来|新增)[^。;,]{0,4}?[\\d一二两三四五六七八九十几]+[个名位]?"
            + "(?:人|新人|会员|下线|朋友|好友|名额|合伙人|代理|伙伴|成员|(?=[,就即可能便]))[^。;]{0,16}?(?:返|奖|提成|升|回本|佣|分红|组长|拿|免单|免费|出局)");
    private static final Pattern ANY_ZH = Pattern.compile(
            "(?:拉|介绍|推荐|邀请|发展|带)(?:新人|人头|别人|他人|好友|朋友|亲友|熟人|会员|新会员|更多人)[^。;]{0,16}?(?:奖|返|提成|佣|升|分红|拿钱|赚)");
    private static final Pattern MORE_ZH =
            Pattern.compile("(?:人|下线|推荐|拉新|发展|层级|级别|等级)[^。;,]{0,4}越[多高广][^。;]{0,12}?(?:越[高大多快]|收益|分红|提成|返|奖)");
    private static final Pattern EN = Pattern.compile(
            "\\b(?:bring(?:s|ing)?(?: in)?|sign(?:s|ing)? up|recruit(?:s|ing|ed)?|refer(?:s|ring)?|invit(?:e|es|ing)|introduc(?:e|es|ing)|enrol(?:s|ling|l|ls)?)\\b"
                    + "[^.;]{0,25}?\\b(?:friends|members|people|newcomers|others|person|participants|ambassadors|recruits)\\b"
                    + "[^.;]{0,50}?\\b(?:fees?|commissions?|cut|tier|rank|bonus|earns?|paid|pays?|rewards?|level|percent|%)");
    private static final Pattern PAID_EN = Pattern.compile(
            "\\b(?:paid|money|earns?|commissions?|bonus(?:es)?|rewards?|income)\\b[^.;]{0,25}?\\b(?:for (?:each|every)|per|for bringing|for recruit\\w*|by recruit\\w*|by bringing|by introduc\\w*|through recruit\\w*|on recruit\\w*|from recruit\\w*)\\b[^.;]{0,20}?\\b(?:recruits?|recruitment|recruiting|members?|person|people|newcomers?|friends?|others)\\b");

    private RecruitReward() {}

    /** Where such a reward stands in the sentence; empty where there is none. */
    static Optional<Span> find(String sentence) {
        return Stream.of(ZH, ANY_ZH, MORE_ZH, EN, PAID_EN)
                .map(pattern -> pattern.matcher(sentence))
                .filter(matcher -> matcher.find())
                .map(matcher -> new Span(matcher.start(), matcher.end()))
                .findFirst();
    }
}
