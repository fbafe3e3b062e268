package io.pilotwatch.reporting;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a document says, read by another program's eyes. */
final class Pdfs {

    private Pdfs() {}

    static String text(byte[] document) throws IOException {
        try (var read = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
