package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message to a chat group in one language, as Markdown. What people wrote in it cannot become markup, a mention of
 * somebody or a link.
 *
 * @param lines of which the last ones are left out where a robot takes fewer bytes
 * @param link where all of it can be seen; never left out
 */
public record Chat(String title, Severity severity, boolean over, List<String> lines, String link, Locale language) {

    /** Characters of one line: five such lines fit the narrowest robot. */
    private static final int LINE = 200;

    private static final int TITLE = 100;

    private static final String MARKUP = "[]()<>*_`~#!|\\";
    private static final String HARMLESS = "［］（）＜＞＊＿｀～＃！｜＼";

    /** What there is to say, in one language. */
    public static Chat of(Content content, Locale language) {
        return switch (content) {
            case Announcement one -> of(one, language);
            case Digest many -> of(many, language);
        };
    }

    private static Chat of(Announcement said, Locale language) {
        var lines = new ArrayList<String>();
        said.facts().forEach(f -> lines.add(labelled(f.label(), f.value(), language)));
        lines.add(said.todo().in(language));
        return new Chat(
                shortened(harmless(said.subjectLine(language)), TITLE),
                said.severity(),
                said.over(),
                List.copyOf(lines),
                said.link(),
                language);
    }

    /** A chat shows each alert without a link of its own. */
    private static Chat of(Digest digest, Locale language) {
        var lines = new ArrayList<String>();
        digest.intro().forEach(t -> lines.add(t.in(language)));
        for (var group : digest.groups()) {
            lines.add("**" + harmless(group.title().in(language)) + "**");
            group.items()
                    .forEach(i -> lines.add("- " + shortened(harmless(i.text().in(language)), LINE)));
        }
        return new Chat(
                shortened(harmless(digest.subjectLine(language)), TITLE),
                digest.gravest(),
                digest.groups().isEmpty(),
                List.copyOf(lines),
                digest.link(),
                language);
    }

    /**
     * The lines and the link, in at most so many bytes of UTF-8.
     *
     * @param lineBreak what the robot takes for the end of a line
     */
    String markdown(int mostBytes, String lineBreak) {
        for (int shown = lines.size(); shown > 0; shown--) {
            var text = markdown(lines.subList(0, shown), lines.size() - shown, lineBreak);
            if (text.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
                return text;
            }
        }
        return markdown(List.of(), lines.size(), lineBreak);
    }

    private String markdown(List<String> shown, int others, String lineBreak) {
        var all = new ArrayList<>(shown);
        if (others > 0) {
            all.add(Phrases.OTHERS.in(language).formatted(others));
        }
        all.add("[%s](%s)".formatted(Phrases.OPEN.in(language), link));
        return String.join(lineBreak, all);
    }

    private static String labelled(Text label, Text value, Locale language) {
        return Phrases.LABELLED
                .in(language)
                .formatted("**" + label.in(language) + "**", shortened(harmless(value.in(language)), LINE));
    }

    /** Each character that a robot could read as markup is replaced by its full-width likeness, and addresses do not link. */
    static String harmless(String text) {
        var clean = new StringBuilder();
        Phrases.oneLine(text).codePoints().forEach(c -> {
            int at = MARKUP.indexOf(c);
            clean.appendCodePoint(at < 0 ? c : HARMLESS.charAt(at));
        });
        return clean.toString().replace("://", ":／／").replace("@", "＠");
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
