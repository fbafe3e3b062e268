package io.pilotwatch.reporting.pages;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.pilotwatch.platform.pages.Spoken;
import io.pilotwatch.reporting.AsOf;
import io.pilotwatch.reporting.PortfolioView;
import io.pilotwatch.reporting.Portfolios;
import io.pilotwatch.reporting.Word;
import io.pilotwatch.reporting.core.Breakdown;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The programme taken apart by field, region, regulator, category, kind or state, and each part of it by itself. */
@Path("/reporting/portfolio")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class GroupPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance groups(
                Frame frame,
                Days days,
                By by,
                List<By> all,
                List<PortfolioView.Slice> rows,
                String version,
                List<TakeAway> takeAway);

        static native TemplateInstance group(
                Frame frame,
                Days days,
                By by,
                PortfolioView view,
                PortfolioPages.Shown shown,
                String version,
                List<TakeAway> takeAway);
    }

    /**
     * By what the programme is taken apart.
     *
     * @param code in addresses
     * @param name of one part
     * @param title of the page with all of them
     * @param overlapping whether a pilot may be in several parts, so that they do not add up
     */
    record By(String code, Spoken name, Spoken title, boolean overlapping) {

        static By of(Breakdown by) {
            return switch (by) {
                case FIELD -> new By(by.code(), Word.FIELD, PortfolioWord.BY_EACH_FIELD, false);
                case REGION -> new By(by.code(), Word.REGION, PortfolioWord.BY_EACH_REGION, false);
                case REGULATOR -> new By(by.code(), Word.LEADS, PortfolioWord.BY_EACH_REGULATOR, true);
                case CATEGORY -> new By(by.code(), Word.CATEGORY, PortfolioWord.BY_EACH_CATEGORY, false);
                case KIND -> new By(by.code(), Word.KIND, PortfolioWord.BY_EACH_KIND, false);
                case STATE -> new By(by.code(), Word.STATE, PortfolioWord.BY_EACH_STATE, false);
            };
        }

        /** The page of one part. */
        public String address(String part) {
            return "/reporting/portfolio/" + code + "/" + part;
        }

        /** A further parameter of the list, so that it shows the pilots of one part. */
        public String filter(String part) {
            return "&" + code + "=" + part;
        }

        /** The list of the pilots of one part. */
        public String pilots(String part, Days days) {
            return "/reporting/pilots?" + code + "=" + part + days.andDay();
        }
    }

    private final Portfolios portfolios;
    private final Frames frames;
    private final AsOf asOf;

    GroupPages(Portfolios portfolios, Frames frames, AsOf asOf) {
        this.portfolios = portfolios;
        this.frames = frames;
        this.asOf = asOf;
    }

    /** All parts beside each other. */
    @GET
    @Path("/{by}")
    public Response groups(@PathParam("by") String by, @QueryParam("asOf") String day) {
        var days = days(day);
        var breakdown = breakdown(by);
        return frames.page(Templates.groups(
                frames.frame(),
                days,
                By.of(breakdown),
                Arrays.stream(Breakdown.values()).map(By::of).toList(),
                portfolios.rows(days.day(), breakdown),
                version(days),
                TakeAway.tables(days.query())));
    }

    /** One part. */
    @GET
    @Path("/{by}/{code}")
    public Response group(@PathParam("by") String by, @PathParam("code") String code, @QueryParam("asOf") String day) {
        var days = days(day);
        var breakdown = breakdown(by);
        var view = portfolios.row(days.day(), breakdown, code);
        var tables = TakeAway.tables(days.query(Map.of(breakdown.code(), code)));
        return frames.page(Templates.group(
                frames.frame(),
                days,
                By.of(breakdown),
                view,
                PortfolioPages.shown(view),
                version(days),
                breakdown == Breakdown.FIELD
                        ? TakeAway.with(
                                TakeAway.document(PortfolioWord.FIELD_REPORT, "fields/" + code, days.query()), tables)
                        : tables));
    }

    private Days days(String day) {
        return new Days(asOf.day(day), frames.programme().start(), asOf.today());
    }

    private String version(Days days) {
        return days.past() ? "" : portfolios.version();
    }

    private static Breakdown breakdown(String by) {
        return Breakdown.of(by).orElseThrow(() -> Problem.notFound(by));
    }
}
