package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Money that is asked for together with a return that is promised, in figures and without any word of the vocabulary:
 * 投两万…半年返三万, "put in 20,000 and get 30,000 back". Works on a sentence in its plain form.
 */
final class PromisedReturn {

    /** What it is a sign of. */
    static final String CATEGORY = "illegal_fundraising";

    private static final String NUMBER_ZH = "(?:\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十百千半几])[一二两三四五六七八九十百千万亿]*";
    private static final String SUM_ZH =
            "(?<%s>" + NUMBER_ZH + ")(?:元|块|人民币|u(?![a-z])|(?<=[百千万亿]|[百千万][一二三四五六七八九])(?![个台人家次户条份项笔平吨亩名辆套字行件节用]))";
    private static final String RATE_ZH =
            "(?:\\d+(?:\\.\\d+)?%|[百千]分之" + NUMBER_ZH + "|" + NUMBER_ZH + "(?:成|倍|分利|个点)|[一二两三四五六七八九]分|翻[一两几]?[倍番])";
    private static final String PUT_ZH = "(?:投|存|缴|交|出资|充值|买|认购|入股|入金|押|拿|放)";
    private static final String BACK_ZH =
            "(?:返|变|拿|得|领|赚|收回|取回|还[你您给]|给(?:[你您]|(?=[\\d一二两三四五六七八九十百千]))|付|到手|分红|付息|利息|收益|提现)";
    private static final String PERIOD_ZH = "(?:每[个]?(?:月|天|日|周|季|年)|按(?:月|天|日|周|季)|月月|天天|(?:月|日|周|季)(?:返|息|利))";
    private static final String GAIN_ZH = "(?:收益|回报|利息|利率|分红|红利|年化|月化|日化|返利|返还|利润|增值|加价|返|息|月入|日入)";
    private static final String SURE_ZH = "(?:保证|承诺|保底|保本|固定|稳|包赚|包回|担保|兜底|" + PERIOD_ZH
            + "|随时(?:可)?(?:取|退|支取|赎回|提)|躺|零风险|无风险|没有风险|亏了|不会亏|有保障|旱涝保收|到期(?:自动)?(?:返|还|兑|取|拿|付)|人人|老人|市民|散户)";
    /** Growth of a business is no return. */
    private static final String GROWTH_ZH = "提升提高增长下降减少降低缩短节约";

    private static final String SUM_EN =
            "(?:[$€£¥]|rmb|cny|usd)?\\s?(?<%s>\\d[\\d,.]*\\d|\\d)(?<%sx>k| thousand| million)?(?! ?(?:%%|percent|per cent|days?|weeks?|months?|years?|people|members?|hours?|times|minutes?))";
    private static final String PUT_EN =
            "\\b(?:puts?|put in|invest(?:s|ed|ing)?|deposits?|pays?|contributes?|stakes?|sends?|lends?|plac(?:e|es|ing)|hands? over|buy(?: in)?|gives? us|hand us)\\b";
    private static final String BACK_EN =
            "\\b(?:gets?|receives?|earns?|collects?|takes?|returns?|back|becomes?|turns? into|walk away with|cash out|pays? you|(?:is|are) paid|draws?|grows? to)\\b";
    private static final String RATE_EN =
            "(?:(?:\\d+(?:\\.\\d+)?|\\b(?:five|ten|twelve|fifteen|eighteen|twenty|thirty|forty|fifty))\\s?(?:%|percent|per cent)|(?:two|three|four|five|ten|twenty)(?:fold| times)|\\d+(?:x| times))";
    private static final String GAIN_EN =
            "\\b(?:returns?|yields?|interest|profits?|dividends?|payouts?|investors?|invest(?:ment)?s?|savings|savers|redeem\\w*|certificates|deposits?|money|earn(?:s|ings)?)\\b";
    private static final String SURE_EN =
            "\\b(?:guarantee[sd]?|promis(?:e|es|ed|ing)|fixed|assur(?:e|ed|es)|protected|certain|risk free|without (?:any )?risk|no risk|no matter|whatever|(?:every|each|a|per) (?:month|week|day|quarter)|monthly|weekly|daily|never lose|cannot lose)\\b";
    private static final String TIMES_EN =
            "\\b(?:doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es)|multipl(?:y|ies))\\b";
    private static final String MONEY_EN =
            "\\b(?:money|investment|stake|deposit|capital|savings|principal|cash|funds?)\\b";

    private static final Pattern SUMS_ZH = Pattern.compile(
            PUT_ZH + "[^。;,]{0,8}?" + SUM_ZH.formatted("put") + "[^。;]{0,30}?(?<back>" + PERIOD_ZH + "?[^。;,]{0,6}?"
                    + BACK_ZH + "[^。;,]{0,6}?(?:" + SUM_ZH.formatted("got") + "|(?<rate>" + RATE_ZH + ")))");
    private static final Pattern RATES_ZH = Pattern.compile(GAIN_ZH + "[^。;," + GROWTH_ZH + "]{0,6}?" + RATE_ZH + "|"
            + RATE_ZH + "[^。;," + GROWTH_ZH + "]{0,3}?" + GAIN_ZH);
    private static final Pattern SURE_OF_ZH = Pattern.compile(SURE_ZH);
    private static final Pattern GROWS_ZH =
            Pattern.compile(PERIOD_ZH + "[^。;,]{0,3}?(?:返还|返利|返|分红|分回|派息|付息)[^。;,]{0,3}?" + SUM_ZH.formatted("again")
                    + "|(?:资金|本金|投入|资产|身家|钱|存款|积蓄|收益)[^。;]{0,10}?(?:翻[一两几" + "二三四五六七八九十]?[倍番]|涨[一两几二三四五六七八九十百]+倍)"
                    + "|(?:存|投|充|交|买)得?越多[^。;,]{0,4}?(?:送|返|得|赚|给|拿)得?越?多"
                    + "|(?:\\d+|[一二两三四五六七八九十百半]+)(?:天|个月|周|年)(?:内)?(?:就|即|可|能|轻松|稳|必|保证)*(?:翻倍|翻番|翻一番|回本)");
    private static final Pattern SUMS_EN = Pattern.compile(PUT_EN + "[^.;]{0,40}?" + SUM_EN.formatted("put", "put")
            + ".{0,60}?(?<back>" + BACK_EN + ".{0,40}?" + SUM_EN.formatted("got", "got") + ".{0,40})");
    private static final Pattern RATES_EN = Pattern.compile(RATE_EN);
    private static final Pattern GAINS_EN = Pattern.compile(GAIN_EN);
    private static final Pattern SURE_OF_EN = Pattern.compile(SURE_EN);
    private static final Pattern GROWS_EN =
            Pattern.compile(TIMES_EN + ".{0,20}?" + MONEY_EN + "|" + MONEY_EN + ".{0,20}?" + TIMES_EN);
    /** Whatever may be said of the yield, what was paid in is said to be safe. */
    private static final Pattern SAFE_ZH =
            Pattern.compile("(?:本金|本息|本利|投入的钱|投的钱)[^。;,]{0,8}?(?:兜底|托底|保障|担保|无忧|不亏|不会亏|不受损|零风险|一分不少|全额退|随时退|原路退)");

    private static final Pattern SAFE_EN = Pattern.compile(
            "\\b(?:principal|capital|investment|stake|savings|money) (?:is|are|was|stays|remains|will be) (?:\\w+ )?(?:guaranteed|protected|secured|safe|certain)\\b");
    /** The money of the many is gathered, or goes to those who came before. */
    private static final Pattern GATHERED_ZH = Pattern.compile(
            "(?:老百姓|百姓|群众|村民|居民|老人|街坊|乡亲|亲友|职工)的(?:钱|闲钱|存款|积蓄|养老钱)[^。;,]{0,3}?(?:收上来|收进来|吸进来|归集|拿来|放进|投进|集中起来)"
                    + "|用[^。;,]{0,3}?(?:后来|后面|新)[^。;,]{0,5}?的?(?:钱|款|资金|投入|本金)[^。;,]{0,4}?(?:兑付|支付|还|付|填|补)[^。;,]{0,4}?(?:前面|老|先|早|旧)");

    private static final Pattern PERIOD = Pattern.compile(
            PERIOD_ZH + "|\\b(?:every|each|per|a) (?:day|week|month|quarter|year)\\b|\\b(?:daily|weekly|monthly)\\b");

    private PromisedReturn() {}

    /** Where such a promise stands in the sentence; empty where there is none. */
    static Optional<Span> find(String sentence) {
        return Stream.of(
                        sums(SUMS_ZH.matcher(sentence)),
                        sums(SUMS_EN.matcher(sentence)),
                        sure(RATES_ZH.matcher(sentence), SURE_OF_ZH.matcher(sentence)),
                        GAINS_EN.matcher(sentence).find()
                                ? sure(RATES_EN.matcher(sentence), SURE_OF_EN.matcher(sentence))
                                : Optional.<Span>empty(),
                        first(SAFE_ZH.matcher(sentence)),
                        first(SAFE_EN.matcher(sentence)),
                        first(GATHERED_ZH.matcher(sentence)),
                        first(GROWS_ZH.matcher(sentence)),
                        first(GROWS_EN.matcher(sentence)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** More comes back than was put in, or something comes back again and again. */
    private static Optional<Span> sums(Matcher matcher) {
        while (matcher.find()) {
            var got = matcher.group("got");
            if (got == null
                    || PERIOD.matcher(matcher.group("back")).find()
                    || amount(got, multiplier(matcher, "got"))
                            > amount(matcher.group("put"), multiplier(matcher, "put"))) {
                return Optional.of(new Span(matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> sure(Matcher rate, Matcher promise) {
        return promise.find() ? first(rate) : Optional.empty();
    }

    private static Optional<Span> first(Matcher matcher) {
        return matcher.find() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
    }

    private static String multiplier(Matcher matcher, String group) {
        return matcher.namedGroups().containsKey(group + "x") && matcher.group(group + "x") != null
                ? matcher.group(group + "x").strip()
                : "";
    }

    /** A number in digits or Chinese numerals, or in both: 2.5万. */
    static double amount(String number, String multiplier) {
        double unit = switch (multiplier) {
            case "k", "thousand" -> 1e3;
            case "million" -> 1e6;
            default -> 1;
        };
        return unit * amount(number.replace(",", "").replaceAll("\\.$", ""));
    }

    private static double amount(String number) {
        double whole = 0;
        double part = 0;
        double last = 0;
        var digits = Pattern.compile("^\\d+(?:\\.\\d+)?").matcher(number);
        int from = 0;
        if (digits.find()) {
            part = Double.parseDouble(digits.group());
            from = digits.end();
        }
        for (char c : number.substring(from).toCharArray()) {
            double unit = unit(c);
            if (unit == 0) {
                part += "半一二三四五六七八九".indexOf(c) < 0 ? 2 : "半一二三四五六七八九".indexOf(c);
            } else if (unit < 1e4) {
                whole += Math.max(part, 1) * unit;
                part = 0;
                last = unit;
            } else {
                whole = Math.max(whole + part, 1) * unit;
                part = 0;
                last = unit;
            }
        }
        // 一万五 is 15,000.
        return whole + (part < 10 && last > 10 ? part * last / 10 : part);
    }

    private static double unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万' -> 1e4;
            case '亿' -> 1e8;
            default -> 0;
        };
    }
}
