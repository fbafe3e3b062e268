package io.pilotwatch.reporting.pages;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.pilotwatch.reporting.AsOf;
import io.pilotwatch.reporting.Boards;
import io.pilotwatch.reporting.LatestOf;
import io.pilotwatch.reporting.PortfolioView;
import io.pilotwatch.reporting.core.Finish;
import io.pilotwatch.reporting.core.PilotReport;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The first page: the whole programme at a glance, as of a day. Those who may see all see the same, so it is written for them
 * once as long as nothing changes: many keep it open, and all of these ask for it again within a second of each change.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PortfolioPages {

    private static final Set<String> READERS = Set.of(
            Caller.PILOT_TEAM,
            Caller.RECOMMENDER,
            Caller.REGULATOR,
            Caller.PROGRAMME_OFFICE,
            Caller.OPERATOR,
            Caller.VIEWER);

    /** Its template, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance portfolio(Frame frame, String version, String board);

        static native TemplateInstance board(
                Locale l, Days days, Boards.Board board, Shown shown, Week week, List<TakeAway> takeAway);
    }

    /**
     * The figures as the page lays them out.
     *
     * @param states those that any pilot is in, or usually is
     * @param largest number of pilots in one field and state
     */
    record Shown(List<PortfolioView.Count> states, int largest, List<PortfolioView.Count> finishes) {}

    /**
     * What changed.
     *
     * @param sentences of the whole programme
     * @param moved pilots that moved the most
     * @param pilots that moved at all
     */
    record Week(LocalDate from, LocalDate to, List<Text> sentences, List<Move> moved, int pilots) {}

    private static final int KEPT = 16;

    /** What a written board says, and in which language. */
    private record Content(Locale l, Days days, String tag, OffsetDateTime minute) {}

    private final Map<Content, String> written = Collections.synchronizedMap(new LatestOf<>(KEPT));
    private final Boards boards;
    private final Frames frames;
    private final AsOf asOf;

    PortfolioPages(Boards boards, Frames frames, AsOf asOf) {
        this.boards = boards;
        this.frames = frames;
        this.asOf = asOf;
    }

    /** The page. An expert, who has no business with pilots, starts at the applications instead. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response portfolio(@QueryParam("asOf") String day) {
        if (Collections.disjoint(frames.caller().roles(), READERS)) {
            return Response.seeOther(URI.create("/intake/applications")).build();
        }
        var days = new Days(asOf.day(day), frames.programme().start(), asOf.today());
        var board = boards.on(days.day());
        var frame = frames.frame();
        return frames.page(Templates.portfolio(frame, board.version(), written(frame.l(), days, board)));
    }

    private String written(Locale l, Days days, Boards.Board board) {
        if (!frames.caller().seesAll()) {
            return write(l, days, board);
        }
        var content = new Content(l, days, board.tag(), board.view().asOf());
        return written.computeIfAbsent(content, c -> write(l, days, board));
    }

    private static String write(Locale l, Days days, Boards.Board board) {
        var documents = TakeAway.document(PortfolioWord.PORTFOLIO_REPORT, "portfolio", days.query());
        return Templates.board(
                        l,
                        days,
                        board,
                        shown(board.view()),
                        week(board),
                        TakeAway.with(documents, TakeAway.tables(days.query())))
                .render();
    }

    private static Week week(Boards.Board board) {
        var week = board.week();
        return new Week(
                week.from(),
                week.to(),
                week.figures().stream()
                        .filter(f -> f.before() != f.after())
                        .map(Move::of)
                        .toList(),
                week.gravest().stream().map(Move::of).toList(),
                week.pilots());
    }

    static Shown shown(PortfolioView view) {
        return new Shown(
                view.byState().stream()
                        .filter(s -> s.count() > 0 || PilotReport.USUAL.contains(PilotState.valueOf(s.code())))
                        .toList(),
                view.byField().stream()
                        .flatMap(f -> f.states().values().stream())
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0),
                finishes(view.finish()));
    }

    private static List<PortfolioView.Count> finishes(PortfolioView.Finishes finishes) {
        return List.of(
                count(Finish.BY_DEADLINE, finishes.byDeadline()),
                count(Finish.LATE, finishes.late()),
                count(Finish.NOT_FINISHED, finishes.notFinished()),
                count(Finish.UNDECIDED, finishes.undecided()),
                count(Finish.ENDED_OTHERWISE, finishes.endedOtherwise()));
    }

    private static PortfolioView.Count count(Finish finish, int count) {
        return new PortfolioView.Count(finish.name(), finish.text(), count);
    }
}
