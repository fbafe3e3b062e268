package io.pilotwatch.compliancealert.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.compliancealert.core.Vocabulary.Term;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What screening makes of a sentence. */
class ScreeningTest {

    private static final Screening SCREENING = new Screening(new Vocabulary(
            "2022-01-01.1",
            List.of(
                    new Term("crypto", Role.STRONG, "炒币"),
                    new Term("crypto", Role.STRONG, "USDT"),
                    new Term("crypto", Role.STRONG, "token sale"),
                    new Term("crypto", Role.WEAK, "代币"),
                    new Term("crypto", Role.WEAK, "比特币"),
                    new Term("crypto", Role.WEAK, "ICO"),
                    new Term("crypto", Role.LURE, "变现"),
                    new Term("crypto", Role.LURE, "涨价"),
                    new Term("crypto", Role.LAWFUL_CUE, "文化馆"),
                    new Term("mining", Role.STRONG, "挖矿"),
                    new Term("mining", Role.STRONG, "mining rig"),
                    new Term("laundering", Role.STRONG, "洗钱"),
                    new Term("laundering", Role.STRONG, "跑分"),
                    new Term("laundering", Role.WEAK, "跑分"),
                    new Term("laundering", Role.LAWFUL_CUE, "压测"),
                    new Term("laundering", Role.STRONG, "无需实名"),
                    new Term("laundering", Role.NEAR_MISS, "反洗钱"),
                    new Term("*", Role.NEGATION_CUE, "严禁"),
                    new Term("*", Role.NEGATION_CUE, "无"),
                    new Term("*", Role.NEGATION_CUE, "不"),
                    new Term("*", Role.NEGATION_CUE, "ban"),
                    new Term("*", Role.NEGATION_CUE, "not"),
                    new Term("*", Role.NEAR_MISS, "无风险"),
                    new Term("*", Role.CONTRAST_CUE, "却"),
                    new Term("*", Role.CONTEXT_CUE, "查处"),
                    new Term("*", Role.STOPPED_CUE, "被取缔"),
                    new Term("*", Role.LURE, "加群"),
                    new Term("*", Role.OVERRIDE_CUE, "绕过"),
                    new Term("*", Role.OVERRIDE_CUE, "不是不"),
                    new Term("*", Role.OVERRIDE_CUE, "名为")),
            new HandReading(Map.of('幣', '币'), List.of("矿石"))));

    private record Row(String sentence, String text, String... found) {}

    private static final List<Row> ROWS = List.of(
            new Row("a strong word is an alert", "组织群众炒币。", "STRONG_TERM crypto [炒币]"),
            new Row("a negated one is a mention", "各单位严禁炒币。", "NEGATED crypto [炒币]"),
            new Row("a negation reaches over an enumeration", "严禁炒币、挖矿。", "NEGATED crypto [炒币]", "NEGATED mining [挖矿]"),
            new Row("a negation does not reach into the next clause", "严禁旷工，组织炒币。", "STRONG_TERM crypto [炒币]"),
            new Row("a negation does not reach backwards", "炒币无门槛。", "STRONG_TERM crypto [炒币]"),
            new Row("a negation does not reach past a contrast", "嘴上严禁却炒币。", "STRONG_TERM crypto [炒币]"),
            new Row("a negation of something else is none", "无风险炒币。", "STRONG_TERM crypto [炒币]"),
            new Row("a negation inside the word itself does not count", "客户无需实名。", "STRONG_TERM laundering [无需实名]"),
            new Row("a double negation makes the word doubtful", "不是不让炒币。", "STRONG_TERM crypto [炒币]"),
            new Row("an override cue makes a negated word doubtful", "群名为严禁炒币。", "OVERRIDDEN_NEGATION crypto [炒币]"),
            new Row("an override cue that is negated is none", "不得名为学习严禁炒币。", "NEGATED crypto [炒币]"),
            new Row("who tells of enforcement quotes", "查处炒币群三个。", "QUOTED crypto [炒币]"),
            new Row("what was stopped is quoted, whatever it was called", "名为学习的炒币群被取缔。", "QUOTED crypto [炒币]"),
            new Row("enforcement in name only is none", "名为查处专班，每日炒币。", "STRONG_TERM crypto [炒币]"),
            new Row("a word that cuts another is nothing", "工人在矿区挖矿石。"),
            new Row("a harmless word is nothing", "接入反洗钱监测。"),
            new Row(
                    "an override cue makes a harmless word doubtful",
                    "协助绕过反洗钱系统。",
                    "HARMLESS_OVERRIDDEN laundering [洗钱]"),
            new Row("one weak word is nothing", "本月研究代币。"),
            new Row("two weak words of one category are doubtful", "代币可换比特币。", "WEAK_PAIR crypto [代币, 比特币]"),
            new Row("words of one enumeration count once", "代币、比特币是术语。"),
            new Row("a weak word with a lure is doubtful", "代币可随时变现。", "WEAK_WITH_LURE crypto [代币, 变现]"),
            new Row("a lure may serve all categories", "代币加群。", "WEAK_WITH_LURE crypto [代币, 加群]"),
            new Row("lures alone are nothing", "涨价变现。"),
            new Row("a negated lure is none", "代币不可变现。"),
            new Row("lawful business excuses weak words", "文化馆的代币可随时变现。"),
            new Row("a strong word is an alert, weak too or not", "组织群众跑分。", "STRONG_TERM laundering [跑分]"),
            new Row("lawful business excuses a strong word that is weak too", "压测跑分已达标。"),
            new Row("weak words of two sentences do not add up", "不涉及代币。成果加快变现。"),
            new Row("negated weak words are a mention", "严禁代币换比特币。", "NEGATED crypto [代币, 比特币]"),
            new Row("spaces between characters are no disguise", "炒 币 群", "STRONG_TERM crypto [炒 币]"),
            new Row("lines of one character are no disguise", "炒\n币\n群", "STRONG_TERM crypto [炒\n币]"),
            new Row("other lines are sentences of their own", "今日小炒\n币种统一"),
            new Row("Traditional characters are no disguise", "炒幣", "STRONG_TERM crypto [炒幣]"),
            new Row("symbols between characters are no disguise", "挖★矿小程序", "STRONG_TERM mining [挖★矿]"),
            new Row("an emoji between characters is no disguise", "挖⛏️矿", "STRONG_TERM mining [挖⛏️矿]"),
            new Row("full-width letters are no disguise", "兑换ＵＳＤＴ", "STRONG_TERM crypto [ＵＳＤＴ]"),
            new Row("spelling a word is no disguise", "take U-S-D-T here", "STRONG_TERM crypto [U-S-D-T]"),
            new Row("a digit for a letter makes a weak word doubtful", "the 1CO opens", "DISGUISED_TERM crypto [1CO]"),
            new Row("invisible characters are no disguise", "炒\u200b币", "STRONG_TERM crypto [炒\u200b币]"),
            new Row("a comma parts words", "先炒，币种统一。"),
            new Row(
                    "English words are found in their forms",
                    "Two Mining Rigs were set up.",
                    "STRONG_TERM mining [Mining Rig]"),
            new Row(
                    "an English cue is not looked for inside a word",
                    "The bank runs a mining rig.",
                    "STRONG_TERM mining [mining rig]"),
            new Row(
                    "an English negation reaches over an enumeration",
                    "We do not run a mining rig, or a token sale.",
                    "NEGATED crypto [token sale]",
                    "NEGATED mining [mining rig]"),
            new Row(
                    "an English negation does not reach past it",
                    "It is not hard, just buy a mining rig.",
                    "STRONG_TERM mining [mining rig]"),
            new Row(
                    "money and a promise need no word",
                    "投两万元，半年返三万。",
                    "PROMISED_RETURN illegal_fundraising [投两万元，半年返三万]"),
            new Row("a reward for recruiting needs no word", "拉三个人就能回本。", "RECRUIT_REWARD pyramid_selling [拉三个人就能回本]"),
            new Row(
                    "a control that is switched off needs no word",
                    "关闭大额交易上报开关。",
                    "EVADED_CONTROL money_laundering [关闭大额交易上报]"),
            new Row("a control that must not be is a mention", "严禁关闭大额交易上报。", "NEGATED money_laundering [关闭大额交易上报]"),
            new Row("praise that leans on the state needs no word", "收益由国家打包票。", "FALSE_PRAISE hype_promotion [国家打包票]"),
            new Row("a hyphen in a compound is no disguise", "A Token-Sale opens.", "STRONG_TERM crypto [Token-Sale]"),
            new Row("a stop after each character is no disguise", "挖。矿。啊", "STRONG_TERM mining [挖。矿]"),
            new Row("an answer may excuse what was asked", "能炒币吗？答：被取缔。", "QUOTED crypto [炒币]"),
            new Row("a negation does not reach over a clause", "严禁旷工，食堂今天照常供应午餐，炒币。", "STRONG_TERM crypto [炒币]"),
            new Row("an empty text is harmless", ""));

    @TestFactory
    Stream<DynamicTest> each_text_is_judged_as_its_sentence_says() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence(),
                        () -> assertEquals(
                                List.of(row.found()),
                                SCREENING.screen(row.text()).stream()
                                        .map(f -> f.rule() + " " + f.category() + " " + f.words())
                                        .toList())));
    }

    @Test
    void the_excerpt_is_the_sentence_as_it_was_written() {
        assertEquals("有人挖★矿！", SCREENING.screen("本周正常。有人挖★矿！已制止。").getFirst().excerpt());
    }
}
