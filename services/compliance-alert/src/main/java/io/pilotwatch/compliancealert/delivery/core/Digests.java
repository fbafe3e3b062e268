package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.compliancealert.delivery.core.Digest.Group;
import io.pilotwatch.compliancealert.delivery.core.Digest.Item;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts several notices or alerts into one message. */
public final class Digests {

    /** Something told of an alert, and of whom it speaks. */
    public record Entry(Kind kind, Alert alert, Text reason, Matter matter) {}

    /** An open alert and of whom it speaks. */
    public record Standing(Alert alert, Matter matter) {}

    private record Place(Severity severity, int field) {}

    private static final Comparator<Place> GRAVEST_FIRST =
            Comparator.comparing(Place::severity).reversed().thenComparing(Place::field);

    private Digests() {}

    /**
     * What came since the last digest.
     *
     * @param entries in any order; at least one
     * @param since the day of the last digest; null for the first
     * @param day the working day on which it should come
     * @param late whether it had to be caught up
     */
    public static Digest ofNews(
            List<Entry> entries,
            @Nullable LocalDate since,
            LocalDate day,
            boolean late,
            Programme programme,
            String publicUrl) {
        var intro = new ArrayList<Text>();
        intro.add(since == null ? Phrases.DIGEST_FIRST : Wording.filled(Phrases.DIGEST_INTRO, since));
        if (late) {
            intro.add(Wording.filled(Phrases.CAME_LATE, day));
        }
        var lines = entries.stream()
                .sorted(Comparator.comparing((Entry e) -> e.alert().raisedAt()))
                .map(e -> new Line(e.alert(), e.matter(), Phrases.of(e.kind()), e.reason()))
                .toList();
        return new Digest(
                Wording.filled(late ? Phrases.DIGEST_LATE : Phrases.DIGEST, day, entries.size()),
                List.copyOf(intro),
                groups(lines, programme, publicUrl),
                Wording.overview(publicUrl));
    }

    /** The daily report to an agency: what is overdue, or that nothing is. */
    public static Digest ofOverdue(
            List<Standing> overdue, String agency, LocalDate day, Programme programme, String publicUrl) {
        var name = programme.agency(agency).nameOn(day);
        var lines = overdue.stream()
                .sorted(Comparator.comparing((Standing s) -> s.alert().expectedAt()))
                .map(s -> new Line(
                        s.alert(),
                        s.matter(),
                        Wording.filled(
                                Phrases.SINCE_DAY, programme.dayOf(s.alert().expectedAt())),
                        s.alert().text()))
                .toList();
        return overdue.isEmpty()
                ? new Digest(
                        Wording.filled(Phrases.HEARTBEAT_NONE, day),
                        List.of(Wording.filled(Phrases.HEARTBEAT_NONE_INTRO, day, name)),
                        List.of(),
                        Wording.overview(publicUrl))
                : new Digest(
                        Wording.filled(Phrases.HEARTBEAT_SOME, day, overdue.size()),
                        List.of(Wording.filled(Phrases.HEARTBEAT_SOME_INTRO, day, name)),
                        groups(lines, programme, publicUrl),
                        Wording.overview(publicUrl));
    }

    /** An alert as it stands in a list. */
    private record Line(Alert alert, Matter matter, Text mark, Text said) {}

    private static List<Group> groups(List<Line> lines, Programme programme, String publicUrl) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> place(line, programme), () -> new TreeMap<>(GRAVEST_FIRST), Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> group(e.getKey(), e.getValue(), programme, publicUrl))
                .toList();
    }

    private static Place place(Line line, Programme programme) {
        var codes = programme.fields().stream().map(Programme.Field::code).toList();
        var first =
                line.matter().fields().stream().mapToInt(codes::indexOf).min().orElse(-1);
        // A pilot that covers several fields stands by itself, after those of one field.
        return new Place(line.alert().severity(), line.matter().fields().size() == 1 ? first : codes.size());
    }

    private static Group group(Place place, List<Line> lines, Programme programme, String publicUrl) {
        var field = place.field() < 0 || place.field() >= programme.fields().size()
                ? Phrases.SEVERAL_FIELDS
                : programme.fields().get(place.field()).name();
        var title = Wording.filled(Phrases.GROUP, place.severity().text(), field, lines.size());
        return new Group(
                title,
                place.severity(),
                lines.stream().map(line -> item(line, publicUrl)).toList());
    }

    private static Item item(Line line, String publicUrl) {
        var text = Wording.filled(
                Phrases.ITEM, Wording.pilot(line.matter()), Wording.title(line.alert()), line.mark(), line.said());
        var pilotId = line.matter().pilotId();
        return new Item(text, pilotId, Wording.link(publicUrl, pilotId));
    }
}
