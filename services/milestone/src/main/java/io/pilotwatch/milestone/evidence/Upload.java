package io.pilotwatch.milestone.evidence;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.evidence.core.Evidences;
import io.pilotwatch.milestone.evidence.core.Files;
import io.pilotwatch.milestone.evidence.core.Refusal;
import io.pilotwatch.platform.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A file as it came in, on disk until the request ends; read in pieces and never whole.
 *
 * @param found media type of its content
 */
public record Upload(Path path, String name, long size, String sha256, String found) {

    private static final String FIELD = "file";

    /** The one file of a form, looked at; 413 {@code FILE_TOO_LARGE}, 422 for what is no file that is taken. */
    static Upload of(List<FileUpload> files) {
        if (files.size() != 1 || !files.getFirst().name().equals(FIELD)) {
            throw Problem.of(Refusal.FILE_MISSING);
        }
        var file = files.getFirst();
        return of(file.uploadedFile(), file.fileName(), file.size());
    }

    /** A file that lies here and was sent under this name, looked at likewise. */
    public static Upload of(Path path, String name, long size) {
        if (size > Files.LARGEST) {
            throw new Problem(413, "FILE_TOO_LARGE", new Text("文件不能超过 20 MB。", "A file has at most 20 MB."));
        }
        try {
            var found = Contents.typeOf(path);
            var refusal = Evidences.wrongFile(name, found, size);
            if (refusal != null) {
                throw Problem.of(refusal);
            }
            return new Upload(path, name, size, sha256(path), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path path) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var piece = new byte[64 * 1024];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
