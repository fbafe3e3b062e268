package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.CsvFile;
import io.pilotwatch.intake.ImportReport;
import io.pilotwatch.intake.ListImports;
import io.pilotwatch.intake.core.Column;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The import of the official list: chosen, checked with what is to be corrected, then imported. */
@Path("/intake/import")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PROGRAMME_OFFICE)
public class ImportPages {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance choose(Frame frame, Form form, List<Named> columns);

        static native TemplateInstance check(Frame frame, Form form, Checked checked, String list);

        static native TemplateInstance result(Frame frame, Tally tally);
    }

    /** What an import has done, as the address of its page carries it. */
    record Tally(int created, int unchanged, int refused) {}

    private final ListImports imports;
    private final Frames frames;
    private final Forms forms;

    ImportPages(ListImports imports, Frames frames, Forms forms) {
        this.imports = imports;
        this.frames = frames;
        this.forms = forms;
    }

    /** Where a list is chosen. */
    @GET
    public Response choose() {
        return choose(200, Form.empty());
    }

    private Response choose(int status, Form form) {
        var columns = Arrays.stream(Column.values())
                .map(c -> new Named(
                        c.header(), ImportWord.valueOf("COLUMN_" + c.name()).text()))
                .toList();
        return frames.page(status, Templates.choose(frames.frame(), form, columns));
    }

    /** A list without rows, as spreadsheets read it. */
    @GET
    @Path("/template.csv")
    @Produces(MediaType.WILDCARD)
    public Response template() {
        var header = Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(","));
        return Response.ok(BYTE_ORDER_MARK + header + "\r\n", "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pilots.csv\"")
                .build();
    }

    /** Checks a list, and keeps it in the page for the import. */
    @POST
    @Path("/check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response check(@RestForm("file") FileUpload file) {
        var form = forms.read();
        try {
            return checked(content(file, form.text("pasted")), Form.empty());
        } catch (Problem p) {
            return choose(p.status(), form.with(onPage(p, file)));
        }
    }

    private Response checked(byte[] bytes, Form form) {
        var frame = frames.frame();
        var read = CsvFile.read(bytes);
        var report = ImportReport.of(read, imports.foresee(read), true, frames.programme(), frame.l());
        return frames.page(Templates.check(frame, form, Checked.of(report, read), CarriedList.pack(bytes)));
    }

    private static byte[] content(@Nullable FileUpload file, @Nullable String pasted) {
        if (file != null && file.size() > 0) {
            try (var stream = Files.newInputStream(file.uploadedFile())) {
                return CsvFile.bytes(stream);
            } catch (IOException e) {
                throw lost();
            }
        }
        if (pasted == null || pasted.isBlank()) {
            var text = ImportWord.NOTHING_CHOSEN.text();
            throw new Problem(422, "NOTHING_CHOSEN", text, List.of(new Problem.Fault("/file", text)));
        }
        return CsvFile.bytes(new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is wrong with the list as a whole is told at the place where it was chosen. */
    private static Problem onPage(Problem p, @Nullable FileUpload file) {
        var at = file != null && file.size() > 0 || p.code().equals("NOTHING_CHOSEN") ? "/file" : "/pasted";
        var columns = p.faults().stream()
                .map(Problem.Fault::pointer)
                .filter(f -> !f.startsWith("/"))
                .collect(Collectors.joining(", "));
        var text = columns.isEmpty() || p.text().en().contains(columns)
                ? p.text()
                : new Text(p.text().zh() + columns, p.text().en() + " " + columns);
        return new Problem(p.status(), p.code(), p.text(), List.of(new Problem.Fault(at, text)));
    }

    /** Imports what was checked. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response run() {
        var form = forms.read();
        try {
            var bytes = CarriedList.unpack(form.text("list"));
            var read = CsvFile.read(bytes);
            return forms.once(form, () -> {
                var results = imports.run(read, frames.caller().name());
                var report = ImportReport.of(
                        read, results, false, frames.programme(), frames.frame().l());
                var summary = report.summary();
                return "/intake/import/result?created=%d&unchanged=%d&refused=%d"
                        .formatted(summary.created(), summary.unchanged(), summary.refused());
            });
        } catch (Problem p) {
            return choose(p.status(), Form.empty().with(onPage(p, null)));
        }
    }

    static Problem lost() {
        return new Problem(422, "FILE_LOST", ImportWord.LOST.text());
    }

    /** What the import has done. */
    @GET
    @Path("/result")
    public Response result(
            @QueryParam("created") int created,
            @QueryParam("unchanged") int unchanged,
            @QueryParam("refused") int refused) {
        return frames.page(Templates.result(frames.frame(), new Tally(created, unchanged, refused)));
    }
}
