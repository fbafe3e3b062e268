package io.pilotwatch.compliancealert;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How well the shipped vocabulary does on the labelled sentences. */
class ScreeningFiguresTest {

    private record Sentence(String text, boolean prohibited) {}

    @Test
    void of_the_labelled_sentences_it_flags_nearly_all_prohibited_ones_and_hardly_any_other() throws IOException {
        var screening = VocabularyFiles.read();
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (var sentence : sentences()) {
            var found = screening.screen(sentence.text());
            var flagged = found.stream().anyMatch(f -> f.outcome() != ConductOutcome.MENTION);
            right += flagged && sentence.prohibited() ? 1 : 0;
            wrong += flagged && !sentence.prohibited() ? 1 : 0;
            missed += !flagged && sentence.prohibited() ? 1 : 0;
            if (flagged != sentence.prohibited()) {
                System.out.printf("%s: %s %s%n", flagged ? "wrongly flagged" : "missed", sentence.text(), found);
            }
        }
        double precision = (double) right / (right + wrong);
        double recall = (double) right / (right + missed);
        System.out.printf("screening, ALERT and REVIEW: precision %.3f, recall %.3f%n", precision, recall);
        assertTrue(precision >= 0.95, "precision " + precision);
        assertTrue(recall >= 0.95, "recall " + recall);
    }

    private static List<Sentence> sentences() throws IOException {
        var in = ScreeningFiguresTest.class.getResourceAsStream("/screening/sentences.csv");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream()
                    .map(row -> new Sentence(
                            row.getField("text"), row.getField("label").equals("positive")))
                    .toList();
        }
    }
}
