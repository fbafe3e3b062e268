package io.pilotwatch.compliancealert;

import de.siegmar.fastcsv.reader.CsvReader;
import io.pilotwatch.compliancealert.core.Screening;
import io.pilotwatch.compliancealert.core.Vocabulary;
import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.compliancealert.core.Vocabulary.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the vocabulary of prohibited conduct that is shipped with the service. */
@ApplicationScoped
class VocabularyFiles {

    @Produces
    @Singleton
    Screening screening() throws IOException {
        return read();
    }

    static Screening read() throws IOException {
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(open("vocabulary.csv"), StandardCharsets.UTF_8))) {
            var terms = csv.stream()
                    .map(row -> new Term(
                            row.getField("category"),
                            Role.valueOf(row.getField("role").toUpperCase(Locale.ROOT)),
                            row.getField("term")))
                    .toList();
            return new Screening(new Vocabulary(terms, simplified()));
        }
    }

    /** Pairs of a Traditional character and its Simplified one. */
    private static Map<Character, Character> simplified() throws IOException {
        try (var in = open("traditional.txt")) {
            var pairs = new HashMap<Character, Character>();
            Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .split("\\s+"))
                    .forEach(pair -> pairs.put(pair.charAt(0), pair.charAt(1)));
            return pairs;
        }
    }

    private static InputStream open(String name) {
        return VocabularyFiles.class.getResourceAsStream("/screening/" + name);
    }
}
