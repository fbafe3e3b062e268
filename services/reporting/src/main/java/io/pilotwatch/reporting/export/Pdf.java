package io.pilotwatch.reporting.export;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.TemplateInstance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Lays a page out as PDF, tagged, in a typeface that has every Chinese character in use and goes into the file. */
final class Pdf {

    private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";

    static {
        XRLog.setLoggerImpl(new PdfLog());
    }

    private Pdf() {}

    static byte[] of(TemplateInstance page) {
        var out = new ByteArrayOutputStream();
        try (var drawer = new BatikSVGDrawer()) {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(Pdf::font, "Noto Sans SC")
                    .useSVGDrawer(drawer)
                    .withHtmlContent(page.render(), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Pdf.class.getResourceAsStream(FONT);
    }
}
