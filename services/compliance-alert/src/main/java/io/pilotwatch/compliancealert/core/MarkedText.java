package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Screening.Marked;
import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text in pieces, of which those are marked that a person must see in order to judge: what the flag was raised for, other
 * words of its category, and the cues that excuse them or take an excuse back.
 */
public record MarkedText(List<Piece> pieces) {

    /** What a marked piece is. */
    public enum Kind {
        STRONG("强特征词", "strong word"),
        WEAK("弱特征词", "weak word"),
        TURN("可疑表述", "suspicious turn"),
        DENIAL("否定", "denial"),
        REPORT("转述或禁止", "report or ban"),
        LAWFUL("正当业务", "lawful business"),
        OVERRIDE("规避或反转", "evasion or reversal"),
        HARMLESS("无害用语", "harmless word");

        private final Text text;

        Kind(String zh, String en) {
            text = new Text(zh, en);
        }

        /** In words. */
        public Text text() {
            return text;
        }

        /** Whether it only says how the others are meant. */
        public boolean isCue() {
            return compareTo(TURN) > 0;
        }
    }

    /**
     * A part of the text; the parts in their order are the whole.
     *
     * @param kind null for what is not marked
     */
    public record Piece(String text, @Nullable Kind kind) {}

    private record Range(int start, int end, Kind kind) {

        boolean overlaps(Range other) {
            return start < other.end && other.start < end;
        }

        int length() {
            return end - start;
        }
    }

    /**
     * @param known what the vocabulary knows of the text
     * @param category of the flag
     * @param words for which it was raised; a newer vocabulary may not know them
     */
    public static MarkedText of(String text, List<Marked> known, String category, Collection<String> words) {
        var kept = new ArrayList<Range>();
        // First what the flag was raised for, then what explains it; of two in one place the longer says more.
        Stream.of(raisedFor(text, known, category, words), others(known, category))
                .flatMap(ranges ->
                        ranges.sorted(Comparator.comparing(Range::length).reversed()))
                .forEach(range -> {
                    if (kept.stream().noneMatch(range::overlaps)) {
                        kept.add(range);
                    }
                });
        kept.sort(Comparator.comparing(Range::start));
        return new MarkedText(pieces(text, kept));
    }

    /** The kinds that occur, for a legend. */
    public List<Kind> kinds() {
        return pieces.stream()
                .map(Piece::kind)
                .filter(kind -> kind != null)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Range> raisedFor(String text, List<Marked> known, String category, Collection<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).flatMap(word -> {
            var found = new ArrayList<Range>();
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
                found.add(new Range(at, at + word.length(), kind(known, category, at, at + word.length())));
            }
            return found.stream();
        });
    }

    private static Kind kind(List<Marked> known, String category, int start, int end) {
        var roles = known.stream()
                .filter(mark -> mark.start() == start && mark.end() == end)
                .filter(mark -> serves(mark, category))
                .map(Marked::role)
                .toList();
        return roles.contains(Role.STRONG) ? Kind.STRONG : roles.isEmpty() ? Kind.TURN : Kind.WEAK;
    }

    private static Stream<Range> others(List<Marked> known, String category) {
        return known.stream()
                .filter(mark -> serves(mark, category))
                .flatMap(mark -> kind(mark).map(kind -> new Range(mark.start(), mark.end(), kind)).stream());
    }

    private static boolean serves(Marked mark, String category) {
        return mark.category().equals(Vocabulary.ANY) || mark.category().equals(category);
    }

    /** A lure is nothing by itself, and a contrast only bounds a denial. */
    private static Optional<Kind> kind(Marked mark) {
        return switch (mark.role()) {
            case STRONG -> Optional.of(Kind.STRONG);
            case WEAK -> Optional.of(Kind.WEAK);
            case NEAR_MISS -> Optional.of(Kind.HARMLESS);
            case LAWFUL_CUE -> Optional.of(Kind.LAWFUL);
            case NEGATION_CUE -> Optional.of(Kind.DENIAL);
            case CONTEXT_CUE, STOPPED_CUE -> Optional.of(Kind.REPORT);
            case OVERRIDE_CUE -> Optional.of(Kind.OVERRIDE);
            case LURE, CONTRAST_CUE -> Optional.empty();
        };
    }

    private static List<Piece> pieces(String text, List<Range> ranges) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var range : ranges) {
            pieces.add(new Piece(text.substring(at, range.start()), null));
            pieces.add(new Piece(text.substring(range.start(), range.end()), range.kind()));
            at = range.end();
        }
        pieces.add(new Piece(text.substring(at), null));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
