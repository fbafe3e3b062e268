package io.pilotwatch.local.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.local.replay.Evidence.Sort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void aPictureCanBeLookedAt() throws IOException {
        var picture =
                ImageIO.read(new ByteArrayInputStream(form(Sort.PNG, "A report").file()));

        assertEquals(1, picture.getWidth());
    }

    @Test
    void aDocumentSaysOfItselfThatItIsOne() {
        var file = new String(form(Sort.PDF, "A report").file(), StandardCharsets.US_ASCII);

        assertTrue(file.startsWith("%PDF-"), file);
        assertTrue(file.contains("(A report) Tj"), file);
    }

    @Test
    void equalTextsAreEqualFilesAndOthersAreNot() {
        for (var sort : Sort.values()) {
            assertArrayEquals(form(sort, "one").file(), form(sort, "one").file());
            assertTrue(
                    !Arrays.equals(form(sort, "one").file(), form(sort, "other").file()), sort.name());
        }
    }

    @Test
    void theFormHasTheFieldsAndTheFile() {
        var form = new String(form(Sort.CSV, "one").bytes(), StandardCharsets.UTF_8);

        assertTrue(form.contains("form-data; name=\"kind\"\r\n\r\ndata\r\n"), form);
        assertTrue(
                form.contains("name=\"file\"; filename=\"report.csv\"\r\nContent-Type: text/csv\r\n\r\nitem,value"),
                form);
    }

    private static Form form(Sort sort, String text) {
        return new Evidence(sort, "report", text).with(Map.of("kind", "data"));
    }
}
