package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Praise that leans on the state, on a forged paper or on figures that are not so, whatever the words: 政府为产品兜底,
 * 宣称…实际…, "leak it so that the stock jumps". Works on a sentence in its plain form.
 */
final class FalsePraise {

    /** What it is a sign of. */
    static final String CATEGORY = "hype_promotion";

    /** The state answers for it. Care for the poor, 政府兜底保障, is another thing. */
    private static final Pattern BACKED_ZH = Pattern.compile(
            "(?:国家|政府|部委|中央|国务院|国企|国资|央企|财政|央行|官方)[^。;,]{0,6}?(?:兜底|托底|背书|撑腰|买单|作保|打包票)(?!保障|民生|救助|服务)");
    /** So is what a leader is said to have blessed, where money is asked for. */
    private static final Pattern BLESSED_ZH = Pattern.compile(
            "(?:总理|总书记|国务院|中央|部长|首长|国家领导)[^。;,]{0,4}?(?:亲自|点名|批示|钦点|力挺|站台)[^。;]{0,16}?(?:投(?!入|产|用|诉|票|递)|买|赚|放心|认购)");

    private static final Pattern BACKED_EN = Pattern.compile(
            "\\b(?:state|government|ministry|ministries|minister|central bank|regulators?|beijing)\\b[^.;,]{0,12}?\\b(?:stands? behind|vouch(?:es)? for|underwrites?|will (?:cover|make good|bail)|(?:has |have )?(?:approved|certified|checked|endorsed|guaranteed) (?:our|its|the|these) (?:returns?|profits?|yields?|investments?|gains))\\b");
    private static final Pattern FORGED_ZH = Pattern.compile(
            "(?:伪造|编造|虚构|冒充|假冒|假借|合成|ps)[^。;,]{0,8}?(?:部委|领导|批文|公章|批复|红头文件|证书|牌照|国务院|政府|官方|合影|表彰)[^。;]{0,12}?(?:宣传|招商|融资|推广|引流|营销|路演|海报|投资)");
    private static final Pattern CLAIMED_ZH = Pattern.compile(
            "(?:宣称|号称|声称|谎称|自称|吹成|对外说|对外称|宣传)[^。;]{0,20}?[,](?:而|但)?(?:实际|其实|真实|事实上|实则|后台)[^。;]{0,8}?(?:只有|不足|不到|仅|没有|尚未|还没|为零)"
                    + "|把[^。;,]{2,16}?(?:写成|说成|吹成|报成|包装成)[^。;,]{0,8}?[百千万亿]");
    private static final Pattern CLAIMED_EN = Pattern.compile(
            "\\b(?:claim|say|saying|tell|announce|advertise|boast|pretend|report)(?:s|ed|ing)?\\b[^.;]{0,70}?\\b(?:although|though|while|when|even though|but)\\b[^.;]{0,20}?\\b(?:prototype|not (?:yet )?(?:launched|live|built|running|ready)|unfinished|no users|never (?:been )?launched|only (?:a|an|\\d+|\\w+ (?:users|people)))\\b");
    private static final Pattern STOCK_ZH = Pattern.compile(
            "(?:消息|公告|新闻稿|利好|稿件|软文|发布会|入选|试点|批复)[^。;]{0,16}?(?:股价|股票|股民|市值)[^。;,]{0,8}?(?:涨|拉|抬|冲|翻|接盘|起飞|飙|追)");
    private static final Pattern STOCK_EN = Pattern.compile(
            "\\b(?:leak|tip off|announce|release|rumou?r|campaign|press|news|story|hint|buy before|publish)(?:s|ed|ing)?\\b[^.;]{0,60}?\\b(?:stock|shares?|share price|market value|valuation)\\b[^.;]{0,15}?\\b(?:pop|soar|jump|rall|surge|climb|doubl|skyrocket|spike|go up|fly|take off|rocket)(?:s|y|ies|es|e|ed|ing)?\\b");

    private FalsePraise() {}

    /** Where such praise stands in the sentence; empty where there is none. */
    static Optional<Span> find(String sentence) {
        return Stream.of(BACKED_ZH, BLESSED_ZH, FORGED_ZH, CLAIMED_ZH, STOCK_ZH, BACKED_EN, CLAIMED_EN, STOCK_EN)
                .map(pattern -> pattern.matcher(sentence))
                .filter(matcher -> matcher.find())
                .map(matcher -> new Span(matcher.start(), matcher.end()))
                .findFirst();
    }
}
