package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Several alerts in one message: a digest, or the daily report of what is overdue.
 *
 * @param intro whole sentences, each a paragraph
 * @param groups gravest first, then by field; empty where there is nothing to list
 * @param link where all can be seen
 */
public record Digest(Text subject, List<Text> intro, List<Group> groups, String link) implements Content {

    /** What shares a severity and a field, oldest first. */
    public record Group(Text title, Severity severity, List<Item> items) {}

    /** One alert in a line; {@code pilotId} tells its link from the others. */
    public record Item(Text text, String pilotId, String link) {}

    /** How many alerts there are in all. */
    public int count() {
        return groups.stream().mapToInt(g -> g.items().size()).sum();
    }

    /** How grave the gravest is; INFO where there is none. */
    public Severity gravest() {
        return groups.isEmpty() ? Severity.INFO : groups.getFirst().severity();
    }

    @Override
    public String subjectLine(Locale language) {
        return Phrases.oneLine(subject.in(language));
    }

    @Override
    public String plain(Locale language) {
        var paragraphs = intro.stream().map(t -> t.in(language)).collect(Collectors.joining("\n"));
        var listed = groups.stream().map(g -> plain(g, language)).collect(Collectors.joining());
        return "%s\n\n%s\n%s\n%s\n\n%s\n"
                .formatted(subjectLine(language), paragraphs, listed, link, Phrases.FOOTER.in(language));
    }

    private static String plain(Group group, Locale language) {
        var items = group.items().stream()
                .map(i -> "- " + Phrases.oneLine(i.text().in(language)) + "\n")
                .collect(Collectors.joining());
        return "\n" + group.title().in(language) + "\n" + items;
    }
}
