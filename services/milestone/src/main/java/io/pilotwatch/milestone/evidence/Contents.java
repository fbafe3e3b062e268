package io.pilotwatch.milestone.evidence;

import io.pilotwatch.milestone.evidence.core.Refusal;
import io.pilotwatch.milestone.evidence.core.Zipped;
import io.pilotwatch.platform.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What a file is, by its content alone: whoever sends a program may call it what they like. */
final class Contents {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** More than any document has. */
    private static final int MOST_ENTRIES = 10_000;

    /** Twenty times the largest file; the fullest of spreadsheets has a tenth of its size. */
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;

    private static final int LONGEST_MEDIA_TYPE = 100;

    private Contents() {}

    static String typeOf(Path path) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            in.mark(4);
            boolean zipped = new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
            in.reset();
            if (zipped) {
                return zipped(path);
            }
            var found = TYPES.detect(in, new Metadata()).getBaseType();
            return found.equals(MediaType.OCTET_STREAM) && isChineseText(path)
                    ? MediaType.TEXT_PLAIN.toString()
                    : found.toString();
        }
    }

    /** What the older tables and logs are written in (GB 18030, as GBK before it), which the library takes for anything. */
    private static boolean isChineseText(Path path) throws IOException {
        var strict = Charset.forName("GB18030").newDecoder();
        try (var in = new BufferedReader(new InputStreamReader(Files.newInputStream(path), strict))) {
            for (int character = in.read(); character >= 0; character = in.read()) {
                if (Character.isISOControl(character) && !Character.isWhitespace(character)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String zipped(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return Zipped.OTHER;
            }
            if (unpacksTooFar(zip)) {
                throw Problem.of(Refusal.FILE_UNPACKS_TOO_FAR);
            }
            var names = zip.stream().map(ZipEntry::getName).toList();
            return Zipped.type(names, mimetype(zip));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // No archive after all, or one whose names nobody can read.
            return Zipped.OTHER;
        }
    }

    /**
     * Unpacked and forgotten, as far as it may go: what an archive says of its own size need not be so. We open none, but
     * whoever downloads it does.
     */
    private static boolean unpacksTooFar(ZipFile zip) throws IOException {
        var piece = new byte[64 * 1024];
        long all = 0;
        for (var entry : Collections.list(zip.entries())) {
            try (var in = zip.getInputStream(entry)) {
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    all += read;
                    if (all > MOST_UNPACKED) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String mimetype(ZipFile zip) throws IOException {
        var entry = zip.getEntry("mimetype");
        if (entry == null) {
            return null;
        }
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LONGEST_MEDIA_TYPE), StandardCharsets.US_ASCII).strip();
        }
    }
}
