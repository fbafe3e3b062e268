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

    private static final Pattern ZH = Pattern.compile(
            "(?:拉|推荐|邀请|发展|介绍|带|带来|新增)[^。;,]{0,4}?[\\d一二两三四五六七八九十几]+[个名位]?"
                    + "(?:[^。;,]{1,4}的)?(?:人|新人|会员|下线|朋友|好友|名额|合伙人|代理|伙伴|成员|(?=[,就即可能便返奖得给]))[^。;]{0,16}?(?:返|奖|提成|升|回本|佣|分红|组长|拿|免单|免费|出局)");
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

    private static final String NUMBER_ZH = "[\\d一二两三四五六七八九十几多]+";
    private static final String PAY_ZH = "(?:提成|分佣|返佣|返利|抽成|抽佣|分润|计酬|佣金|分红|拿钱|提点|抽点)";
    /** Levels, counted or one after the other, of which each pays. */
    private static final Pattern LEVELS_ZH =
            Pattern.compile("(?:(?!一[层级代])" + NUMBER_ZH + "|逐|层|每一)[层级代](?:以[上内下])?[^。;,人]{0,8}?" + PAY_ZH
                    + "|(?:靠|凭|按)(?:带人|拉人|人头|拉新|推荐人数)[^。;,]{0,4}?(?:升|晋|提|计|拿)");
    /** Those who come in later are made to pay, or pay the others. */
    private static final Pattern FEE_ZH = Pattern.compile("(?:拉|邀请?|推荐|发展|介绍|带|招募?|找)[^。;,]{0,3}?" + NUMBER_ZH
            + "[个名位](?:人|新人|会员|下线|下级|朋友|好友|亲友|合伙人|代理)[^。;]{0,12}?(?:充值|缴费|交费|交钱|付费|入金|方可|才能|才可|才给|可得|能得|就得)");

    private static final Pattern UNDER_ZH = Pattern.compile(
            "(?:下面的人|底下的人|手下的人|后面的人|后来的人|下家|下级会员|下级代理)[^。;]{0,14}?(?:返|提成|抽|奖|分红|拿|收益|佣)"
                    + "|(?:收入|收益|奖金|利润|分红|返利)[^。;]{0,6}?(?:全靠|只靠|来自|来源于|取决于|全凭|主要靠)[^。;]{0,6}?(?:新人|新会员|下级|下线|拉人|加盟费|入会费|会员费|人头|后来|后加入|后面的人)");
    private static final Pattern BACK_EN = Pattern.compile(
            "\\b(?:find \\w+|bring(?:ing)?(?: in)?|sign(?:ing)? up|recruit(?:ing)?|refer(?:ring)?|invit(?:e|ing)|introduc(?:e|ing))\\b[^.;]{0,15}?"
                    + "\\b(?:friends|members|people|newcomers|others|participants|relatives|buyers)\\b[^.;]{0,30}?\\b(?:is free|money back|fee back|get back|break even|recoup|recover|refund\\w*|unlock\\w*|withdraw\\w*)\\b");
    private static final Pattern UNDER_EN = Pattern.compile(
            "\\b(?:incomes?|earn\\w*|pay|paid|rewards?|commissions?|profits?|bonus(?:es)?)\\b[^.;]{0,45}?\\b(?:people|members|everyone|anyone|those|team|joined|joins?)\\b[^.;]{0,12}?\\b(?:under|beneath|below|behind|after) (?:you|them|him|her)\\b");
    private static final Pattern RANK_EN = Pattern.compile(
            "\\b(?:upgrades?|rises?|climbs?|advances?|promoted|promotion|rank|tier|level|status|title|node)\\b[^.;]{0,25}?\\b(?:by|after|once you|when you|if you|for|as (?:you|they|(?:your|their) teams?)) (?:sign|recruit|bring|introduc|enrol|invit|refer)\\w*\\b[^.;]{0,25}?\\b(?:members|people|friends|others|relatives|families)\\b");

    private RecruitReward() {}

    /** Where such a reward stands in the sentence; empty where there is none. */
    static Optional<Span> find(String sentence) {
        return Stream.of(ZH, ANY_ZH, MORE_ZH, LEVELS_ZH, FEE_ZH, UNDER_ZH, EN, PAID_EN, BACK_EN, UNDER_EN, RANK_EN)
                .map(pattern -> pattern.matcher(sentence))
                .filter(matcher -> matcher.find())
                .map(matcher -> new Span(matcher.start(), matcher.end()))
                .findFirst();
    }
}
