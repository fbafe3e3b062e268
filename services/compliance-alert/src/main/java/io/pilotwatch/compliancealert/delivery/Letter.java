package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Announcement;
import io.pilotwatch.compliancealert.delivery.core.Content;
import io.pilotwatch.compliancealert.delivery.core.Digest;
import io.pilotwatch.compliancealert.delivery.core.Phrases;
import io.pilotwatch.contracts.Severity;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;

/**
 * A mail's words in one language. Its HTML carries its styles with it and asks for nothing from outside, and whatever
 * people wrote is escaped by the templates.
 *
 * @param subject one line
 * @param text the plain version, which says the same
 */
record Letter(String subject, String text, String html) {

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "Letters")
    static class Templates {
        static native TemplateInstance notice(
                Announcement said, Locale l, String lang, String colour, String open, String footer);

        static native TemplateInstance digest(
                Digest digest, Locale l, String lang, String colour, String open, String openAll, String footer);
    }

    private static final String OVER = "#2e7d32";

    /** What there is to say, in one language. */
    static Letter of(Content content, Locale language) {
        return switch (content) {
            case Announcement one -> of(one, language);
            case Digest many -> of(many, language);
        };
    }

    private static Letter of(Announcement said, Locale language) {
        var html = Templates.notice(
                        said,
                        language,
                        language.toLanguageTag(),
                        said.over() ? OVER : colour(said.severity()),
                        Phrases.OPEN_PILOT.in(language),
                        Phrases.FOOTER.in(language))
                .render();
        return new Letter(said.subjectLine(language), said.plain(language), html);
    }

    private static Letter of(Digest digest, Locale language) {
        var html = Templates.digest(
                        digest,
                        language,
                        language.toLanguageTag(),
                        digest.groups().isEmpty() ? OVER : colour(digest.gravest()),
                        Phrases.OPEN.in(language),
                        Phrases.OPEN_ALL.in(language),
                        Phrases.FOOTER.in(language))
                .render();
        return new Letter(digest.subjectLine(language), digest.plain(language), html);
    }

    /** The severity stands in words beside it. */
    private static String colour(Severity severity) {
        return switch (severity) {
            case INFO -> "#12324f";
            case WARNING -> "#b25a00";
            case CRITICAL -> "#b3261e";
        };
    }
}
