package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.Present;
import io.pilotwatch.milestone.evidence.EvidenceDesk;
import io.pilotwatch.milestone.evidence.EvidenceDoor;
import io.pilotwatch.milestone.evidence.EvidenceView;
import io.pilotwatch.milestone.evidence.Upload;
import io.pilotwatch.milestone.evidence.core.Evidences.Attachment;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Problem.Fault;
import io.pilotwatch.platform.Receipted;
import io.pilotwatch.platform.pages.Form;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Takes the files of a form to where evidence comes in, each by itself: one that is refused keeps no other out. */
@ApplicationScoped
class Attaching {

    /** More than one milestone has. */
    private static final int MOST = 200;

    /** What a team may say of who vouches for a file; the lead alone verifies. */
    static final List<Named> LEVELS = Stream.of(EvidenceLevel.DECLARED, EvidenceLevel.THIRD_PARTY)
            .map(level -> new Named(level.name(), level.text()))
            .toList();

    private final EvidenceDesk desk;
    private final EvidenceDoor door;
    private final Present present;

    Attaching(EvidenceDesk desk, EvidenceDoor door, Present present) {
        this.desk = desk;
        this.door = door;
        this.present = present;
    }

    /** What a piece of evidence may be. */
    List<Named> kinds() {
        return present.programme().evidenceKinds();
    }

    /** The milestone's evidence, oldest first. */
    List<Piece> pieces(Caller caller, Sheet sheet) {
        var zone = present.programme().zone();
        return desk.list(caller, sheet.place().pilotId(), sheet.milestone().milestoneId(), null, MOST).stream()
                .map(view -> Piece.of(view, zone))
                .toList();
    }

    /** One file with its receipt. */
    Receipted<EvidenceView> attachOne(Caller caller, Sheet sheet, Form form, FileUpload file) {
        var upload = Upload.of(file.uploadedFile(), file.fileName(), file.size());
        var attachment = new Attachment(
                upload.name(),
                upload.found(),
                upload.sha256(),
                upload.size(),
                blank(form.text("kind")),
                level(form),
                sheet.milestone().milestoneId(),
                form.day("periodFrom"),
                form.day("periodTo"));
        if (!form.unreadable().isEmpty()) {
            throw new Problem(
                    422, "INVALID_REQUEST", form.unreadable().getFirst().text(), form.unreadable());
        }
        var pilotId = sheet.place().pilotId();
        return QuarkusTransaction.requiringNew().call(() -> door.attach(caller, pilotId, attachment, upload));
    }

    /** All of them; what was refused is thrown as one problem after the others are in. */
    int attach(Caller caller, Sheet sheet, Form form, List<FileUpload> uploads) {
        var files = chosen(uploads);
        if (files.isEmpty()) {
            throw refused(List.of(new Fault("/file", Tell.ONE_FILE_AT_LEAST.text())));
        }
        var faults = new ArrayList<Fault>();
        for (var file : files) {
            try {
                attachOne(caller, sheet, form, file);
            } catch (Problem problem) {
                faults.add(fault(file, problem));
            }
        }
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return files.size();
    }

    /** The files among what was sent: a field in which none was chosen comes as one without a name. */
    static List<FileUpload> chosen(List<FileUpload> uploads) {
        return uploads.stream()
                .filter(file -> file.name().equals("file") && !file.fileName().isEmpty())
                .toList();
    }

    private static Problem refused(List<Fault> faults) {
        return new Problem(422, "FILES_REFUSED", Tell.SOME_REFUSED.text(), faults);
    }

    private static Fault fault(FileUpload file, Problem problem) {
        var at = problem.faults().stream().map(Fault::pointer).findFirst().orElse("/file");
        var text = problem.text();
        return new Fault(at, new Text(file.fileName() + "：" + text.zh(), file.fileName() + ": " + text.en()));
    }

    private static EvidenceLevel level(Form form) {
        var level = form.one(EvidenceLevel.class, "level");
        return level == null ? EvidenceLevel.DECLARED : level;
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
