package io.pilotwatch.compliancealert.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.compliancealert.core.MarkedText.Kind;
import io.pilotwatch.compliancealert.core.MarkedText.Piece;
import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.compliancealert.core.Vocabulary.Term;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    private static final Screening SCREENING = new Screening(new Vocabulary(
            "2026-11-27.1",
            List.of(
                    new Term("mining", Role.STRONG, "挖矿"),
                    new Term("mining", Role.NEAR_MISS, "数据挖矿"),
                    new Term("money_laundering", Role.STRONG, "洗钱"),
                    new Term("*", Role.NEGATION_CUE, "严禁"),
                    new Term("*", Role.OVERRIDE_CUE, "绕过")),
            new HandReading(Map.of(), List.of())));

    @Test
    void the_pieces_are_the_whole_text_whatever_is_marked() {
        var text = "严禁挖矿，不得绕过；亦严禁洗钱。";
        var pieces = marked(text, "挖矿").pieces();
        assertEquals(text, pieces.stream().map(Piece::text).collect(Collectors.joining()));
        assertEquals(
                List.of(Kind.STRONG, Kind.DENIAL, Kind.OVERRIDE),
                marked(text, "挖矿").kinds());
    }

    @Test
    void what_was_written_in_disguise_is_marked_as_it_was_written() {
        assertEquals(
                List.of(new Piece("我们", null), new Piece("挖★矿", Kind.STRONG), new Piece("。", null)),
                marked("我们挖★矿。", "挖★矿").pieces());
    }

    @Test
    void a_word_that_no_vocabulary_knows_any_more_is_marked_all_the_same() {
        assertEquals(
                List.of(new Piece("返三万", Kind.TURN), new Piece("元", null)),
                marked("返三万元", "返三万").pieces());
    }

    @Test
    void a_word_inside_a_harmless_one_is_not_marked_as_a_word_by_itself() {
        assertEquals(
                List.of(new Piece("数据挖矿", Kind.HARMLESS), new Piece("平台", null)),
                marked("数据挖矿平台").pieces());
    }

    private static MarkedText marked(String text, String... words) {
        return MarkedText.of(text, SCREENING.marked(text), "mining", List.of(words));
    }
}
