package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.ProgrammeFile;
import java.time.LocalDate;
import java.util.List;

/** Notices to put into words. */
public final class Examples {

    public static final Programme PROGRAMME = ProgrammeFile.read(
            "shipped", Programme.class.getClassLoader().getResourceAsStream("programmes/blockchain-pilots.yaml"));

    public static final String URL = "https://pilotwatch.example";

    private Examples() {}

    /** A milestone that is overdue since that day. */
    public static Alert overdue(String pilotId, Severity severity, String since) {
        var day = PROGRAMME.startOf(LocalDate.parse(since));
        return new Alert(
                pilotId + ".MILESTONE_OVERDUE.m1.1",
                pilotId,
                "MILESTONE_OVERDUE",
                "m1",
                1,
                severity,
                2,
                7,
                AlertState.OPEN,
                new Text("里程碑 m1“上线”应于 2022-11-23 完成，已逾期至少 7 天。", "Milestone m1 “Live” is overdue by at least 7 days."),
                day,
                day,
                false,
                List.of(),
                null);
    }

    public static Notice notice(Kind kind, Text reason) {
        var alert = overdue("BP-028", Severity.WARNING, "2022-11-30");
        return new Notice(kind, alert, 1, "sta", reason == null ? alert.text() : reason);
    }

    public static Matter matter(String pilotId, String organisation, String... fields) {
        return new Matter(pilotId, organisation, true, List.of(fields), LocalDate.parse("2022-11-23"));
    }

    public static Announcement said(String organisation) {
        return Wording.of(notice(Kind.RAISED, null), matter("BP-028", organisation, "tax"), PROGRAMME, URL);
    }
}
