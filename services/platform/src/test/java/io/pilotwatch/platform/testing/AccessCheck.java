package io.pilotwatch.platform.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.AccessTable.Line;
import io.pilotwatch.platform.testing.Asking.Answer;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every route × every role × every subject, to be extended by a {@code @QuarkusTest} of each service. The routes are those
 * that the running service knows of itself, the callers one account of each role, one without a role and nobody, the subjects
 * those of the {@link AccessTable}, which also says who is let through. Whoever is not gets just the answer that it says, and
 * no answer tells a caller anything of a subject that is not for it.
 */
public abstract class AccessCheck {

    /** What belongs to others than the callers. */
    protected static final String FOREIGN = "foreign";

    private static final Set<String> TWO = Set.of("", "own", FOREIGN);

    /** Where others look for a token: parameters of the address, cookies, headers. */
    private static final List<String> PLACES = List.of(
            "?access_token=",
            "?token=",
            "?id_token=",
            "?jwt=",
            "?authorization=Bearer+",
            "Cookie: access_token=",
            "Cookie: Authorization=Bearer ",
            "Cookie: q_session=",
            "Cookie: q_session_pages=",
            "X-Access-Token: ",
            "X-Forwarded-Access-Token: ",
            "X-Auth-Token: ",
            "Proxy-Authorization: Bearer ");

    private static Router management;

    @Inject
    Router main;

    /** What a subclass has seen of the management port. */
    protected static void know(Router router) {
        management = router;
    }

    /**
     * One question.
     *
     * @param role who asks: a role, {@code newcomer} or {@code -}
     * @param subject about whose; empty where the route has no subject
     */
    public record Cell(Line line, String role, String subject) {

        /** The route's path, to tell what it needs. */
        public String path() {
            return line.path();
        }

        /** How the caller must stand to the subject; empty where there is none. */
        public String relation() {
            return line.relation() == null ? "" : line.relation().name();
        }

        /** Whether what it is about is then gone: such a cell needs a thing of its own. */
        public boolean takesAway() {
            return line.lets(role, subject)
                    && (line.method().equals("DELETE") || line.path().matches(".*/(delete|deletion|revocations)"));
        }

        @Override
        public String toString() {
            return line.method() + " " + line.path() + " as " + role + (subject.isEmpty() ? "" : ", " + subject);
        }
    }

    /** What a parameter of the path or its query names here; null for something that there is not. */
    protected abstract String thing(String parameter, Cell cell);

    /** What the form of a page says here. */
    protected Map<String, String> form(Cell cell) {
        return Map.of();
    }

    /** Addresses that tell all that could have become of the foreign subject. */
    protected abstract List<String> whole();

    /** The account that is told it. */
    protected String teller() {
        return "office";
    }

    /** What stands in each answer about this subject and in no other. */
    protected abstract List<String> marks(String subject);

    @Test
    void theTableNamesEachRouteOfTheServiceAndNoOther() throws IOException {
        var known = Routes.of(main, management).stream()
                .map(Routes.Known::name)
                .collect(Collectors.toCollection(TreeSet::new));
        var said = AccessTable.read().lines().stream().map(Line::route).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", said), String.join("\n", known), "routes.txt says who may do what; add the new");
    }

    @Test
    void eachCellOfTheTableIsAnsweredAsItSays() throws IOException {
        var asking = new Asking(Routes.of(main, management), this::thing, this::form);
        var table = AccessTable.read();
        var wrong = new ArrayList<String>();
        var before = Asking.told(teller(), whole());
        var cells = cells(table);
        for (var stage : Stage.values()) {
            if (stage == Stage.LET_TO_FOREIGN) {
                // Whoever may act on what is foreign may change it; nobody else has.
                assertAll(
                        () -> assertEquals(before, Asking.told(teller(), whole()), "what is foreign is as it was"),
                        () -> assertEquals("", String.join("\n", wrong), "before anybody asked what is foreign"));
            }
            for (var line : table.lines()) {
                var group = cells.stream()
                        .filter(cell -> cell.line().equals(line) && Stage.of(cell) == stage)
                        .toList();
                asking.all(group)
                        .forEach((cell, answer) ->
                                judge(table, cell, answer).forEach(fault -> wrong.add(cell + ": " + fault)));
            }
        }
        System.out.println(cells.size() + " cells");
        assertEquals("", String.join("\n", wrong), wrong.size() + " of " + cells.size() + " cells");
    }

    /** When a cell is asked: what one caller does to a thing is never done before those have asked who may not. */
    private enum Stage {
        STOPPED,
        LET,
        LET_TO_FOREIGN;

        static Stage of(Cell cell) {
            return !cell.line().lets(cell.role(), cell.subject())
                    ? STOPPED
                    : cell.subject().equals(FOREIGN) ? LET_TO_FOREIGN : LET;
        }
    }

    private static List<Cell> cells(AccessTable table) {
        return table.lines().stream()
                .flatMap(line -> line.subjects().stream()
                        .flatMap(subject -> callers()
                                // Who has not the role is stopped before anybody looks what it is about.
                                .filter(role -> line.hasRole(role) || TWO.contains(subject))
                                .map(role -> new Cell(line, role, subject))))
                .toList();
    }

    private static Stream<String> callers() {
        return Stream.concat(Stream.of(AccessTable.NOBODY, AccessTable.NEWCOMER), Users.ROLES.stream());
    }

    private List<String> judge(AccessTable table, Cell cell, Answer answer) {
        var faults = new ArrayList<String>();
        if (!isExpected(cell, answer)) {
            faults.add(answer.toString());
        }
        boolean mayKnow = table.maySee(cell.role(), FOREIGN)
                || cell.line().relation() != null && cell.line().lets(cell.role(), FOREIGN);
        if (answer.status() / 100 == 2 && !mayKnow) {
            marks(FOREIGN).stream().filter(answer.text()::contains).forEach(mark -> faults.add("tells of " + mark));
        }
        return faults;
    }

    private boolean isExpected(Cell cell, Answer answer) {
        var line = cell.line();
        if (line.lets(cell.role(), cell.subject())) {
            return answer.isLetThrough(line.relation() != null)
                    && (line.relation() == null
                            || !line.relation().otherwise().contains(200)
                            || marks(cell.subject()).stream().anyMatch(answer.text()::contains));
        }
        if (cell.role().equals(AccessTable.NOBODY)) {
            return answer.isSentToSignIn();
        }
        if (!line.hasRole(cell.role())) {
            return answer.isRefused(403, "ROLE_MISSING");
        }
        return line.relation().otherwise().stream().anyMatch(status -> switch (status) {
            case 200 -> answer.status() == 200;
            case 404 -> answer.isRefused(404, "NOT_FOUND");
            default -> answer.isRefused(status, "FOREIGN_");
        });
    }

    /** Under the address of a pilot of one's own, with the id of a thing that belongs to another. */
    @Test
    void anIdOfWhatIsForeignReachesNothingUnderAPilotOfOnesOwn() throws IOException {
        var asking = new Asking(Routes.of(main, management), this::mixed, this::form);
        var wrong = new ArrayList<String>();
        for (var line : AccessTable.read().lines()) {
            if (line.path().contains("{pilotId}")
                    && line.path().matches(".*\\{(update|evidence|waiver|objection)Id}.*")
                    && line.relation() != null) {
                var cells = callers()
                        .filter(role -> line.lets(role, "own"))
                        .map(role -> new Cell(line, role, "own"))
                        .toList();
                asking.all(cells).forEach((cell, answer) -> {
                    if (answer.status() / 100 != 4) {
                        wrong.add(cell + ": " + answer);
                    }
                });
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private String mixed(String parameter, Cell cell) {
        return thing(parameter, parameter.equals("pilotId") ? cell : new Cell(cell.line(), cell.role(), FOREIGN));
    }

    @Test
    void aTokenThatIsNotAsItWasIssuedOpensNothing() throws IOException {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var line : AccessTable.read().lines()) {
            if (line.method().equals("GET") && !line.isOpen() && !line.path().contains("{")) {
                for (var forgery : ForgedTokens.all(
                                Users.of(line.roles().iterator().next()))
                        .entrySet()) {
                    asked++;
                    var answer = Asking.with(line.path(), forgery.getValue());
                    if (!answer.isSentToSignIn()
                            || line.path().contains("/api/") && !"NOT_SIGNED_IN".equals(answer.code())) {
                        wrong.add(line.route() + " with " + forgery.getKey() + ": " + answer);
                    }
                }
            }
        }
        System.out.println(asked + " forged tokens");
        assertEquals("", String.join("\n", wrong), wrong.size() + " of " + asked);
    }

    /** An address is written down by everybody on the way, and a header of another name by whoever likes. */
    @Test
    void aGoodTokenThatIsNotInItsHeaderOpensNothing() throws IOException {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var line : AccessTable.read().lines()) {
            if (line.method().equals("GET") && !line.isOpen() && !line.path().contains("{")) {
                var token = Tokens.of(Users.of(line.roles().iterator().next()));
                for (var place : PLACES) {
                    asked++;
                    var answer = Asking.with(line.path(), place, token);
                    if (!answer.isSentToSignIn()) {
                        wrong.add(line.route() + " with a token as " + place + ": " + answer);
                    }
                }
            }
        }
        assertTrue(asked > 0);
        assertEquals("", String.join("\n", wrong), wrong.size() + " of " + asked);
    }

    @Test
    void aFieldThatIsOursToSayIsRefusedInEveryBody() {
        var attempts = MassAssignment.attempts();
        var wrong = attempts.parallelStream()
                .filter(attempt -> !attempt.isRefused())
                .map(Object::toString)
                .toList();
        System.out.println(attempts.size() + " bodies with a field too many");
        assertTrue(!attempts.isEmpty());
        assertEquals("", String.join("\n", wrong), wrong.size() + " of " + attempts.size());
    }
}
