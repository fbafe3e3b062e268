package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.delivery.core.Announcement.Fact;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a notice into words, in both languages at once. */
public final class Wording {

    private Wording() {}

    /**
     * @param matter of whom the alert speaks; null exactly where the notice is about no alert
     * @param publicUrl where people reach the system, without a slash at its end
     */
    public static Announcement of(Notice notice, @Nullable Matter matter, Programme programme, String publicUrl) {
        var alert = notice.alert();
        return alert == null || matter == null
                ? ofNoAlert(notice, publicUrl)
                : of(notice, alert, matter, programme, publicUrl);
    }

    /** A test, or that a subscription is no longer served: to whom it belongs reads why. */
    private static Announcement ofNoAlert(Notice notice, String publicUrl) {
        return new Announcement(
                Phrases.of(notice.kind()),
                Severity.INFO,
                notice.kind() == Kind.TEST,
                List.of(new Fact(Phrases.WHY, notice.reason())),
                todo(notice.kind()),
                overview(publicUrl));
    }

    private static Announcement of(Notice notice, Alert alert, Matter matter, Programme programme, String publicUrl) {
        return new Announcement(
                subject(notice.kind(), alert, matter),
                alert.severity(),
                notice.kind().resolves(),
                facts(notice, alert, matter, programme),
                todo(notice.kind()),
                link(publicUrl, matter.pilotId()));
    }

    /** Where the pilot's page shows its alerts, among whatever else explains them. */
    static String link(String publicUrl, String pilotId) {
        return overview(publicUrl) + "/" + pilotId + "#alerts-title";
    }

    static String overview(String publicUrl) {
        return publicUrl + "/reporting/pilots";
    }

    static Text title(Alert alert) {
        return Rules.named(alert.rule()).map(Rule::title).orElse(new Text(alert.rule(), alert.rule()));
    }

    private static Text subject(Kind kind, Alert alert, Matter matter) {
        var mark = kind.resolves() ? Phrases.of(kind) : alert.severity().text();
        return kind == Kind.RAISED || kind.resolves()
                ? subject(mark, title(alert), matter)
                : subject(joined(" · ", List.of(mark, Phrases.of(kind))), title(alert), matter);
    }

    private static Text subject(Text mark, Text title, Matter matter) {
        return filled(Phrases.SUBJECT, mark, title, matter.pilotId(), matter.organisation());
    }

    private static List<Fact> facts(Notice notice, Alert alert, Matter matter, Programme programme) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(Phrases.PILOT, pilot(matter)));
        facts.add(new Fact(Phrases.FIELD, fields(matter, programme)));
        facts.add(new Fact(Phrases.ALERT, joined(" · ", List.of(title(alert), Phrases.of(notice.kind())))));
        facts.add(new Fact(
                Phrases.SEVERITY,
                filled(Phrases.SEVERITY_AND_LEVEL, alert.severity().text(), alert.level())));
        facts.add(new Fact(Phrases.WHY, alert.text()));
        if (!notice.reason().equals(alert.text())) {
            facts.add(new Fact(Phrases.ENDED, notice.reason()));
        }
        facts.add(new Fact(Phrases.SINCE, same(programme.dayOf(alert.expectedAt()))));
        if (matter.due() != null) {
            facts.add(new Fact(Phrases.DUE, same(matter.due())));
        }
        if (alert.lateDetected()) {
            facts.add(new Fact(
                    Phrases.LATE,
                    filled(
                            Phrases.LATE_SINCE,
                            programme.dayOf(alert.expectedAt()),
                            programme.dayOf(alert.raisedAt()))));
        }
        var agency = programme.agency(notice.agency());
        facts.add(new Fact(Phrases.FOR, agency.nameOn(programme.dayOf(alert.raisedAt()))));
        return List.copyOf(facts);
    }

    static Text pilot(Matter matter) {
        return filled(matter.synthetic() ? Phrases.SYNTHETIC : Phrases.REAL, matter.pilotId(), matter.organisation());
    }

    static Text fields(Matter matter, Programme programme) {
        var names = matter.fields().stream()
                .flatMap(code -> programme.field(code).stream())
                .map(Programme.Field::name)
                .toList();
        return names.isEmpty() ? Phrases.NO_FIELD : joined("、", names);
    }

    private static Text todo(Kind kind) {
        return switch (kind) {
            case RAISED, LEVEL_RAISED, UNMUTED -> Phrases.TO_ACKNOWLEDGE;
            case ACKNOWLEDGEMENT_EXPIRED -> Phrases.TO_ACKNOWLEDGE_AGAIN;
            case ESCALATED -> Phrases.TO_TAKE_UP;
            case ENDPOINT_FAILING -> Phrases.TO_MEND;
            case CLEARED, DISMISSED, TEST, DIGEST, HEARTBEAT -> Phrases.NOTHING_TO_DO;
        };
    }

    /** A pattern filled in each language with that language's side of each bilingual argument. */
    static Text filled(Text pattern, Object... arguments) {
        return new Text(
                pattern.zh().formatted(sides(true, arguments)), pattern.en().formatted(sides(false, arguments)));
    }

    private static Object[] sides(boolean zh, Object... arguments) {
        return List.of(arguments).stream()
                .map(a -> a instanceof Text t ? (zh ? t.zh() : t.en()) : a)
                .toArray();
    }

    private static Text same(Object value) {
        return new Text(value.toString(), value.toString());
    }

    private static Text joined(String separator, List<Text> texts) {
        return new Text(
                texts.stream().map(Text::zh).collect(Collectors.joining(separator)),
                texts.stream().map(Text::en).collect(Collectors.joining(separator.equals("、") ? ", " : separator)));
    }
}
