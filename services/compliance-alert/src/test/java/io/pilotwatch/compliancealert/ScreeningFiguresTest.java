package io.pilotwatch.compliancealert;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import io.pilotwatch.compliancealert.core.Screening;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well the shipped vocabulary does on labelled sentences, those handed over and ours; their README tells how they were
 * made and how it did on each before it was tuned on them.
 */
class ScreeningFiguresTest {

    private static final Screening SCREENING = VocabularyFiles.shipped();

    private record Sentence(String text, boolean prohibited, String category) {

        boolean flagged() {
            return SCREENING.screen(text).stream().anyMatch(f -> f.outcome() != ConductOutcome.MENTION);
        }
    }

    /** ALERT and REVIEW against the labels. */
    private record Figures(long right, long wrong, long missed) {

        static Figures of(List<Sentence> sentences) {
            long right = sentences.stream()
                    .filter(s -> s.prohibited() && s.flagged())
                    .count();
            long prohibited = sentences.stream().filter(Sentence::prohibited).count();
            long flagged = sentences.stream().filter(Sentence::flagged).count();
            return new Figures(right, flagged - right, prohibited - right);
        }

        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + missed);
        }

        @Override
        public String toString() {
            return "precision %.3f, recall %.3f (%d right, %d wrong, %d missed)"
                    .formatted(precision(), recall(), right, wrong, missed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sentences.csv, 0.95, 0.90",
        "ours-first.csv, 0.95, 0.90",
        "ours-second.csv, 0.95, 0.90",
        "ours-third.csv, 0.95, 0.90",
        "ours-fourth.csv, 0.95, 0.90",
        "ours-fifth.csv, 0.95, 0.90",
        "ours-sixth.csv, 0.95, 0.90",
        "ours-seventh.csv, 0.95, 0.90",
        "ours-eighth.csv, 0.95, 0.90",
        "ours-ninth.csv, 0.95, 0.90",
        "ours-tenth.csv, 0.95, 0.90",
        "ours-eleventh.csv, 0.95, 0.90",
        "ours-twelfth.csv, 0.95, 0.90"
    })
    void of_the_labelled_sentences_it_flags_nearly_all_prohibited_ones_and_hardly_any_other(
            String file, double precision, double recall) throws IOException {
        var sentences = sentences(file);
        var figures = Figures.of(sentences);
        System.out.printf("screening %s: %s%n", file, figures);
        byCategory(sentences).forEach((category, of) -> System.out.printf("  %s: %s%n", category, Figures.of(of)));
        sentences.stream()
                .filter(s -> s.flagged() != s.prohibited())
                .forEach(s -> System.out.printf(
                        "  %s: %s %s%n", s.prohibited() ? "missed" : "wrong", s.text(), SCREENING.screen(s.text())));
        assertTrue(figures.precision() >= precision, file + ": " + figures);
        assertTrue(figures.recall() >= recall, file + ": " + figures);
    }

    private static Map<String, List<Sentence>> byCategory(List<Sentence> sentences) {
        return sentences.stream().collect(Collectors.groupingBy(Sentence::category, TreeMap::new, Collectors.toList()));
    }

    private static List<Sentence> sentences(String file) throws IOException {
        var in = ScreeningFiguresTest.class.getResourceAsStream("/screening/" + file);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var sentences = new ArrayList<Sentence>();
            csv.forEach(row -> sentences.add(new Sentence(
                    row.getField("text"), row.getField("label").equals("positive"), row.getField("category"))));
            return sentences;
        }
    }
}
