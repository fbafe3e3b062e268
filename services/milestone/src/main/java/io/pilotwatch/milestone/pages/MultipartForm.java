package io.pilotwatch.milestone.pages;

import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * A form that was sent with files.
 *
 * @param files which lie on disk until the request ends; a file field that was left empty is none
 */
record MultipartForm(Form form, List<File> files) {

    /** A file as its sender names it. */
    record File(Path path, String name, long size) {}

    static MultipartForm of(Forms forms, MultipartFormDataInput sent) {
        var values = new MultivaluedHashMap<String, String>();
        var files = new ArrayList<File>();
        sent.getValues()
                .forEach((name, parts) -> parts.forEach(part -> {
                    if (!part.isFileItem()) {
                        values.add(name, part.getValue());
                    } else if (name.equals("file") && !part.getFileName().isEmpty()) {
                        files.add(new File(part.getFileItem().getFile(), part.getFileName(), size(part)));
                    }
                }));
        return new MultipartForm(forms.read(values), List.copyOf(files));
    }

    private static long size(FormValue part) {
        try {
            return part.getFileItem().getFileSize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
