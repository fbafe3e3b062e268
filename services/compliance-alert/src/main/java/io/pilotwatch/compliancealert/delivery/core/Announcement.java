package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One notice in words, which each channel sets out in its own way.
 *
 * @param subject one line, as for a mail's subject
 * @param over whether there is nothing left to do: the alert was cleared or dismissed
 * @param facts what, whom, why and since when, each with its label
 * @param todo what is asked of the reader
 * @param link where the alert can be seen
 */
public record Announcement(Text subject, Severity severity, boolean over, List<Fact> facts, Text todo, String link)
        implements Content {

    /** A label and what stands beside it. */
    public record Fact(Text label, Text value) {}

    @Override
    public String plain(Locale language) {
        var lines = facts.stream()
                .map(f -> Phrases.LABELLED.in(language).formatted(f.label().in(language), oneLine(f.value(), language)))
                .collect(Collectors.joining("\n"));
        return "%s\n\n%s\n\n%s\n%s\n\n%s\n"
                .formatted(oneLine(subject, language), lines, todo.in(language), link, Phrases.FOOTER.in(language));
    }

    @Override
    public String subjectLine(Locale language) {
        return oneLine(subject, language);
    }

    private static String oneLine(Text text, Locale language) {
        return Phrases.oneLine(text.in(language));
    }
}
