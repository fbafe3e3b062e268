package io.pilotwatch.compliancealert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vocabulary's file, and what is said of a wrong one. */
class VocabularyFilesTest {

    private static final String TOP = "# version: 2022-03-01.1\n# source: ours\ncategory,lang,role,term,note\n";

    @TempDir
    Path folder;

    @Test
    void a_file_names_its_version_and_is_screened_by() throws IOException {
        var screening = VocabularyFiles.read(file(TOP + "mining,zh,strong,挖矿,\n"));
        assertEquals("2022-03-01.1", screening.version());
        assertEquals("挖矿", screening.screen("本周挖矿。").getFirst().words().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | line 1: expected '# version",
                "# version: yesterday | line 1: expected '# version",
                "# version: 2022-03-01.1 | line 2: expected '# source",
                "# version: 2022-03-01.1;# source: ours;category,lang,role,term,note | line 3: expected a header and at least one term",
                "# version: 2022-03-01.1;# source: ours;category,lang,role,term,note;mining,zh,loud,挖矿, | line 4: unknown role LOUD",
                "# version: 2022-03-01.1;# source: ours;category,lang,role,term,note;mining,zh,strong,, | line 4: no term",
                "# version: 2022-03-01.1;# source: ours;category,lang,term,note;mining,zh,挖矿, | line 4: no role",
            })
    void a_wrong_file_is_refused_with_line_and_reason(String lines, String said) throws IOException {
        var file = file(lines == null ? "" : lines.replace(';', '\n'));
        var refusal = assertThrows(IllegalStateException.class, () -> VocabularyFiles.read(file));
        assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThrows(IllegalStateException.class, () -> VocabularyFiles.read(folder.resolve("none.csv")));
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("vocabulary.csv"), lines);
    }
}
