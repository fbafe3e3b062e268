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
            List.of(
                    new Term("crypto", Role.STRONG, "炒币"),
                    new Term("crypto", Role.STRONG, "USDT"),
                    new Term("crypto", Role.WEAK, "代币"),
                    new Term("crypto", Role.WEAK, "变现"),
                    new Term("mining", Role.STRONG, "挖矿"),
                    new Term("mining", Role.STRONG, "mining rig"),
                    new Term("mining", Role.NEAR_MISS, "挖矿石"),
                    new Term("laundering", Role.STRONG, "洗钱"),
                    new Term("laundering", Role.STRONG, "无需实名"),
                    new Term("laundering", Role.NEAR_MISS, "反洗钱"),
                    new Term("*", Role.NEGATION_CUE, "严禁"),
                    new Term("*", Role.NEGATION_CUE, "无"),
                    new Term("*", Role.NEGATION_CUE, "ban"),
                    new Term("*", Role.OVERRIDE_CUE, "绕过"),
                    new Term("*", Role.OVERRIDE_CUE, "名为")),
            Map.of('幣', '币')));

    private record Row(String sentence, String text, String... found) {}

    private static final List<Row> ROWS = List.of(
            new Row("a strong word is an alert", "组织群众炒币。", "ALERT crypto [炒币]"),
            new Row("a negated one is a mention", "各单位严禁炒币。", "MENTION crypto [炒币]"),
            new Row("a negation reaches over an enumeration", "严禁炒币、挖矿。", "MENTION crypto [炒币]", "MENTION mining [挖矿]"),
            new Row("a negation does not reach into the next clause", "严禁旷工，组织炒币。", "ALERT crypto [炒币]"),
            new Row("a negation inside the word itself does not count", "客户无需实名。", "ALERT laundering [无需实名]"),
            new Row("an override cue makes a negated word doubtful", "群名为严禁炒币。", "REVIEW crypto [炒币]"),
            new Row("a word across a harmless one is nothing", "工人在矿区挖矿石。"),
            new Row("a harmless word is nothing", "接入反洗钱监测。"),
            new Row("an override cue makes a harmless word doubtful", "协助绕过反洗钱核查。", "REVIEW laundering [洗钱]"),
            new Row("one weak word is nothing", "本月发行代币。"),
            new Row("two weak words of one category are doubtful", "代币可随时变现。", "REVIEW crypto [代币, 变现]"),
            new Row("weak words of two sentences do not add up", "不涉及代币。成果加快变现。"),
            new Row("negated weak words are a mention", "严禁代币变现。", "MENTION crypto [代币, 变现]"),
            new Row("spaces between characters are no disguise", "炒 币 群", "ALERT crypto [炒 币]"),
            new Row("Traditional characters are no disguise", "炒幣", "ALERT crypto [炒幣]"),
            new Row("symbols between characters are no disguise", "挖★矿小程序", "ALERT mining [挖★矿]"),
            new Row("full-width letters are no disguise", "兑换ＵＳＤＴ", "ALERT crypto [ＵＳＤＴ]"),
            new Row("invisible characters are no disguise", "炒\u200b币", "ALERT crypto [炒\u200b币]"),
            new Row("a comma parts words", "先炒，币种统一。"),
            new Row(
                    "English words are found in their forms",
                    "Two Mining Rigs were set up.",
                    "ALERT mining [Mining Rig]"),
            new Row(
                    "an English cue is not looked for inside a word",
                    "The bank runs a mining rig.",
                    "ALERT mining [mining rig]"),
            new Row("an empty text is harmless", ""));

    @TestFactory
    Stream<DynamicTest> each_text_is_judged_as_its_sentence_says() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence(),
                        () -> assertEquals(
                                List.of(row.found()),
                                SCREENING.screen(row.text()).stream()
                                        .map(f -> f.outcome() + " " + f.category() + " " + f.words())
                                        .toList())));
    }

    @Test
    void the_excerpt_is_the_sentence_as_it_was_written() {
        assertEquals("有人挖★矿！", SCREENING.screen("本周正常。有人挖★矿！已制止。").getFirst().excerpt());
    }
}
