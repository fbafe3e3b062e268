package io.pilotwatch.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may do what, as a service's {@code routes.txt} says it: a line {@code METHOD path: roles, relation} for each route. A
 * line {@code roles NAME: …} gives several roles one name; {@code relation NAME STATUS: WHOSE roles; WHOSE roles} says whom a
 * relation to a subject lets through, and how all others that have the role are answered. A path may go on with a query.
 * {@code -} is a call without a token, or nobody.
 */
record AccessTable(List<Line> lines, Map<String, Relation> relations) {

    /** A call without a token. */
    static final String NOBODY = "-";

    /** An account to which nobody has given a role. */
    static final String NEWCOMER = "newcomer";

    private static final Path FILE = Path.of("src/test/resources/routes.txt");

    /**
     * How whoever has the role must stand to a subject.
     *
     * @param otherwise the statuses that others may get; 200 where they are answered, but told nothing of the subject
     * @param let by whose the subject is: the roles that are let through
     */
    record Relation(String name, List<Integer> otherwise, Map<String, Set<String>> let) {}

    /**
     * One route.
     *
     * @param path with its query, if it asks one
     * @param relation null where a route has no subject
     */
    record Line(String method, String path, Set<String> roles, Relation relation) {

        /** Without the query, as the service itself knows the route. */
        String route() {
            return method + " " + path.replaceFirst("\\?.*", "");
        }

        /** Whether it is for everybody. */
        boolean isOpen() {
            return roles.contains(NOBODY);
        }

        /** The subjects to ask it about; a single empty one where it has none. */
        Set<String> subjects() {
            return relation == null ? Set.of("") : relation.let().keySet();
        }

        /** Whether the role is the one that is missing. */
        boolean hasRole(String role) {
            return isOpen() || roles.contains(role);
        }

        /** Whether a caller of this role is let through to that subject. */
        boolean lets(String role, String subject) {
            return hasRole(role)
                    && (relation == null || relation.let().get(subject).contains(role));
        }
    }

    /** Whether a caller of this role may be told anything of that subject, wherever it asks. */
    boolean maySee(String role, String subject) {
        return relations.get("sees").let().get(subject).contains(role);
    }

    static AccessTable read() throws IOException {
        var roles = new HashMap<String, List<String>>();
        var relations = new HashMap<String, Relation>();
        var lines = new ArrayList<Line>();
        for (var text : Files.readAllLines(FILE)) {
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            var parts = text.split(":\\s+", 2);
            var head = parts[0].split("\\s+");
            switch (head[0]) {
                case "roles" -> roles.put(head[1], List.of(parts[1].split("\\s+")));
                case "relation" ->
                    relations.put(
                            head[1],
                            new Relation(
                                    head[1],
                                    Stream.of(head[2].split("/"))
                                            .map(Integer::valueOf)
                                            .toList(),
                                    let(parts[1], roles)));
                default -> lines.add(line(head, parts[1], roles, relations));
            }
        }
        return new AccessTable(List.copyOf(lines), Map.copyOf(relations));
    }

    private static Line line(
            String[] head, String rule, Map<String, List<String>> roles, Map<String, Relation> relations) {
        var parts = rule.split(",\\s*");
        var relation = parts.length == 1
                ? null
                : Optional.ofNullable(relations.get(parts[1]))
                        .orElseThrow(() -> new IllegalStateException("no relation " + parts[1]));
        return new Line(head[0], head[1], named(parts[0], roles), relation);
    }

    private static Map<String, Set<String>> let(String rule, Map<String, List<String>> roles) {
        var let = new LinkedHashMap<String, Set<String>>();
        for (var part : rule.split(";\\s*")) {
            var words = part.split("\\s+", 2);
            let.put(words[0], named(words[1], roles));
        }
        return let;
    }

    private static Set<String> named(String text, Map<String, List<String>> roles) {
        var found = new LinkedHashSet<String>();
        for (var word : text.strip().split("\\s+")) {
            found.addAll(roles.getOrDefault(word, List.of(word)));
        }
        var unknown = new LinkedHashSet<>(found);
        unknown.removeAll(Users.ROLES);
        unknown.removeAll(Arrays.asList(NOBODY, NEWCOMER));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("no such roles: " + unknown);
        }
        return found;
    }
}
