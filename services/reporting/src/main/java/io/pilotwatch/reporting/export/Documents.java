package io.pilotwatch.reporting.export;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.WallClock;
import io.pilotwatch.platform.pages.Display;
import io.pilotwatch.reporting.PilotItem;
import io.pilotwatch.reporting.PilotView;
import io.pilotwatch.reporting.PortfolioView;
import io.pilotwatch.reporting.Word;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.outcome.core.CaseBook;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Reports to print and to file: laid out as pages, written as tagged PDF. */
@ApplicationScoped
class Documents {

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "Documents")
    static class Templates {
        static native TemplateInstance pilot(Cover cover, PilotView pilot, String chart);

        static native TemplateInstance portfolio(Cover cover, PortfolioView p, List<PilotItem> pilots, String chart);

        static native TemplateInstance caseBook(Cover cover, CaseBook book);
    }

    /**
     * What every document says of itself.
     *
     * @param footer as of which day it is and when it was made
     */
    record Cover(Locale l, Text programme, String footer) {}

    private final Shown shown;
    private final Programme programme;
    private final WallClock wall;

    Documents(Shown shown, Programme programme, WallClock wall) {
        this.shown = shown;
        this.programme = programme;
        this.wall = wall;
    }

    byte[] pilot(String pilotId, LocalDate day, Locale language) {
        var pilot = shown.pilot(pilotId, day);
        return Pdf.of(Templates.pilot(cover(day, language), pilot, Charts.timeline(pilot, language)));
    }

    byte[] portfolio(Caller caller, LocalDate day, Locale language) {
        return portfolio(shown.portfolio(day), shown.pilots(caller, day, p -> true), day, language);
    }

    byte[] field(Caller caller, String code, LocalDate day, Locale language) {
        var view = shown.field(code, day);
        return portfolio(view, shown.pilots(caller, day, p -> p.group().equals(code)), day, language);
    }

    private byte[] portfolio(PortfolioView view, List<PilotItem> pilots, LocalDate day, Locale language) {
        return Pdf.of(Templates.portfolio(cover(day, language), view, pilots, Charts.burnUp(view.burnUp(), language)));
    }

    byte[] caseBook(Predicate<PilotFigures> filter, LocalDate day, Locale language) {
        return Pdf.of(Templates.caseBook(cover(day, language), shown.caseBook(filter, day)));
    }

    private Cover cover(LocalDate day, Locale language) {
        var made = Display.moment(wall.now().atZone(programme.zone()).toOffsetDateTime());
        var footer = Word.AS_OF.in(language) + " " + day + " · " + Word.GENERATED.in(language, made);
        return new Cover(language, programme.name(), footer);
    }
}
