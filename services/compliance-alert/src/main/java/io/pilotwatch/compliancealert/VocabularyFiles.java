package io.pilotwatch.compliancealert;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pilotwatch.compliancealert.core.Screening;
import io.pilotwatch.compliancealert.core.Vocabulary;
import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.compliancealert.core.Vocabulary.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the vocabulary of prohibited conduct: the shipped one, or another file of the same form. The first line names its
 * version, {@code # version: 2026-11-27.1}; the second its source, {@code # source: …}; then come a header and one term a
 * line. A wrong file stops the start.
 */
@ApplicationScoped
class VocabularyFiles {

    private static final Pattern VERSION = Pattern.compile("# version: (\\d{4}-\\d{2}-\\d{2}\\.\\d+)");
    private static final Pattern SOURCE = Pattern.compile("# source: \\S.*");
    private static final int LINES_BEFORE = 2;

    @Produces
    @Singleton
    Screening screening(@ConfigProperty(name = "pilotwatch.screening.vocabulary") Optional<String> file) {
        return file.map(Path::of).map(VocabularyFiles::read).orElseGet(VocabularyFiles::shipped);
    }

    static Screening shipped() {
        try (var in = VocabularyFiles.class.getResourceAsStream("/screening/vocabulary.csv")) {
            return read("the shipped vocabulary", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Screening read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException e) {
            throw new IllegalStateException("pilotwatch.screening.vocabulary: " + file + " cannot be read: " + e, e);
        }
    }

    private static Screening read(String name, InputStream in) throws IOException {
        var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\ufeff", "");
        var top = lines.lines().limit(LINES_BEFORE).toList();
        var version = VERSION.matcher(top.isEmpty() ? "" : top.getFirst());
        require(version.matches(), name, 1, "expected '# version: <yyyy-mm-dd>.<number>'");
        require(top.size() == LINES_BEFORE && SOURCE.matcher(top.get(1)).matches(), name, 2, "expected '# source: …'");
        return new Screening(new Vocabulary(version.group(1), terms(name, lines), new IcuReading()));
    }

    private static List<Term> terms(String name, String lines) throws IOException {
        try (var csv = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(lines)) {
            var terms = new ArrayList<Term>();
            for (var row : csv) {
                terms.add(term(name, row));
            }
            require(!terms.isEmpty(), name, LINES_BEFORE + 1, "expected a header and at least one term");
            return terms;
        }
    }

    private static Term term(String name, NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        var role = field(name, row, "role").toUpperCase(Locale.ROOT);
        require(
                Arrays.stream(Role.values()).anyMatch(r -> r.name().equals(role)),
                name,
                line,
                "unknown role " + role + ", expected one of " + Arrays.toString(Role.values()));
        return new Term(field(name, row, "category"), Role.valueOf(role), field(name, row, "term"));
    }

    private static String field(String name, NamedCsvRecord row, String field) {
        var value = row.findField(field).map(String::strip).orElse("");
        require(!value.isEmpty(), name, row.getStartingLineNumber(), "no " + field);
        return value;
    }

    private static void require(boolean holds, String name, long line, String reason) {
        if (!holds) {
            throw new IllegalStateException(
                    "pilotwatch.screening.vocabulary: " + name + ", line " + line + ": " + reason);
        }
    }
}
