package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.CsvFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A list on its way through a page, from its check to its import: byte by byte the same, which a browser would not leave a
 * text, and a fifth of its size.
 */
final class CarriedList {
    private CarriedList() {}

    static String pack(byte[] list) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(list);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** The list; no more of it than a list may have, whatever was packed. */
    static byte[] unpack(@Nullable String packed) {
        if (packed == null) {
            throw ImportPages.lost();
        }
        try (var zip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)))) {
            return CsvFile.bytes(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw ImportPages.lost();
        }
    }
}
