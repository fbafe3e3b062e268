package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A control against laundering that is switched off, dodged or left undone, whatever the words: 关闭大额交易上报,
 * "nobody asks where the money came from". Works on a sentence in its plain form.
 */
final class EvadedControl {

    /** What it is a sign of. */
    static final String CATEGORY = "money_laundering";

    private static final String OFF_ZH = "(?:关闭|关掉|停掉|停用|屏蔽|绕过|绕开|跳过|避开|躲开|躲过|规避|逃避|免去|免除|省去)";
    private static final String MATTER_ZH = "(?:反洗钱|大额|可疑|客户身份|身份核验|身份识别|身份验证|实名|尽职调查|尽调|kyc|aml|资金来源|来源核查|交易监测|资金监测)";
    private static final String CONTROL_ZH = "(?:上报|报告|报送|申报|核查|核验|审核|审查|监测|筛查|识别|验证|认证|调查|预警|监控|风控)";

    private static final Pattern OFF =
            Pattern.compile(OFF_ZH + "[^。;,]{0,6}?" + MATTER_ZH + "[^。;,]{0,6}?" + CONTROL_ZH);
    private static final Pattern LINE = Pattern.compile(
            "(?:避开|绕开|躲开|躲过|规避|绕过|控制在|压在|卡在)[^。;,]{0,10}?(?:申报|上报|报告|报送|监测|监管|反洗钱)(?:线|标准|门槛|限额|起点|阈值|红线)");
    private static final Pattern LEFT = Pattern.compile(
            "(?:可疑|大额|异常)(?:交易|报告|资金|转账)*[^。;,]{0,8}?(?:一律不报|一概不报|压下不报|不往上报|不用上报|不必上报|不予上报|[也都]?不上报|当没看见|直接放行|一律放行)");
    private static final Pattern UNASKED_ZH = Pattern.compile(
            "(?:不(?:查|问|管|看|核实|过问|追问|审核|核查)|无需说明|不用说明|不必说明|不用解释)[^。;,]{0,4}?(?:资金|钱|款项|款|客户)[^。;,]{0,4}?(?:来源|来路|哪来|怎么来|去向|身份)");
    private static final Pattern UNASKED_EN = Pattern.compile(
            "\\b(?:never|not|nobody|no one|without|doesn't|don't|won't|cannot|can't)\\b (?:\\w+ ){0,3}?(?:asks?|asking|checks?|checking|tells?|see|sees|questions?)\\b[^.;,]{0,15}?\\b(?:where (?:the|it|your|their)|whose|(?:source|origin) of|who (?:is|sent|owns))\\b");
    private static final Pattern OFF_EN = Pattern.compile(
            "\\b(?:switch(?:es|ed)? off|turn(?:s|ed)? off|disabl(?:e|es|ed)|skip(?:s|ped)?|dodg(?:e|es|ed)|bypass(?:es|ed)?|evad(?:e|es|ed)|avoid(?:s|ed)?|waiv(?:e|es|ed))\\b[^.;,]{0,20}?\\b(?:suspicious|large transaction|aml|kyc|anti money laundering|identity|source of funds|reporting)\\b[^.;,]{0,20}?\\b(?:reports?|reporting|alerts?|checks?|threshold|limits?|screening|monitoring|verification|rules?)\\b");

    /** Money goes in here and comes out abroad. */
    private static final Pattern HAWALA_ZH = Pattern.compile(
            "(?:境内|国内|客户|您|你)[^。;,]{0,4}?(?:收|给|付|交|打)[^。;,]{0,4}?(?:人民币|现金)[^。;]{0,8}?(?:境外|海外|国外|香港)[^。;,]{0,4}?(?:付|放|给|收|取|到账)[^。;,]{0,4}?(?:美元|美金|外币|外汇|港币|欧元|现金|u(?![a-z]))");
    /** Money that cannot be shown is given a name that can. */
    private static final Pattern DRESSED_ZH =
            Pattern.compile("(?:赌客|赌资|赌博|诈骗款|赃款|受贿|贪污|贩毒|不便入账|说不清|见不得光|账外)[^。;,]{0,8}?(?:伪装成|包装成|做成|变成|说成|转成|换成|混入)");

    private static final Pattern ALERTS_EN = Pattern.compile(
            "\\b(?:close|clear|dismiss|ignore|delete|suppress)(?:s|d|ed|es)? (?:the |all |any )?alerts?\\b[^.;]{0,40}?\\b(?:without (?:looking|reading|review|checking|asking)|unread|unchecked)\\b");

    private EvadedControl() {}

    /** Where such a turn stands in the sentence; empty where there is none. */
    static Optional<Span> find(String sentence) {
        return Stream.of(OFF, LINE, LEFT, UNASKED_ZH, HAWALA_ZH, DRESSED_ZH, UNASKED_EN, OFF_EN, ALERTS_EN)
                .map(pattern -> pattern.matcher(sentence))
                .filter(matcher -> matcher.find())
                .map(matcher -> new Span(matcher.start(), matcher.end()))
                .findFirst();
    }
}
