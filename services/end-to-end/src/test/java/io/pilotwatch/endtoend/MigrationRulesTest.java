package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A migration runs while the version before it is still at work on the same tables, and may have to be gone back to. So it only
 * adds; what nothing needs any more is taken away by a later one, which says {@code -- contract:} and why nobody needs it.
 */
class MigrationRulesTest {

    private static final Path SERVICES = Path.of("").toAbsolutePath().getParent();

    /** The last migration of each that was written before the rule was: there was nothing yet that had to go on meanwhile. */
    private static final Map<String, String> BASELINE =
            Map.of("platform", "0_4", "intake", "3", "milestone", "9", "compliance-alert", "13", "reporting", "7");

    private static final Pattern CONTRACT = Pattern.compile("(?m)^\\s*--\\s*contract:\\s*\\S+");

    /** What the version before would fail at, by what is wrong with it. */
    private static final Map<String, Pattern> BREAKING = Map.of(
            "takes away a column, table, view, type or function",
                    sql("\\bdrop\\s+(column|table|view|materialized\\s+view|type|function|schema|sequence)\\b"),
            "takes away a column", sql("\\balter\\s+table\\b[^;]*\\bdrop\\s+(?!constraint|not\\s+null|default)\\w"),
            "gives something another name", sql("\\brename\\b"),
            "gives a column another type", sql("\\balter\\s+(column\\s+)?\\w+\\s+(set\\s+data\\s+)?type\\b"),
            "demands what the version before does not write", sql("\\bset\\s+not\\s+null\\b"),
            "adds a column that the version before does not fill",
                    sql(
                            "\\badd\\s+(column\\s+)?(if\\s+not\\s+exists\\s+)?(?!constraint|check|unique|primary|foreign)\\w+"
                                    + "(?=[^,;]*\\bnot\\s+null\\b)(?![^,;]*\\b(default|generated)\\b)"),
            "forbids rows that the version before may write",
                    sql(
                            "\\balter\\s+table\\b[^;]*\\badd\\s+(constraint\\s+\\w+\\s+)?(check|unique|primary|foreign|exclude)\\b"));

    private record Migration(String service, Path file) {

        private boolean isNewer() {
            return compare(version(), BASELINE.getOrDefault(service, "")) > 0;
        }

        private String version() {
            return file.getFileName().toString().replaceAll("^V(.*?)__.*$", "$1");
        }

        private static int compare(String one, String other) {
            var ones = one.split("_");
            var others = other.isEmpty() ? new String[0] : other.split("_");
            for (int i = 0; i < Math.max(ones.length, others.length); i++) {
                int difference = Integer.compare(number(ones, i), number(others, i));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        }

        private static int number(String[] parts, int i) {
            return i < parts.length ? Integer.parseInt(parts[i]) : -1;
        }
    }

    @Test
    void everyMigrationAfterTheBaselineOnlyAdds() throws IOException {
        try (var all = migrations()) {
            var breaking = all.filter(Migration::isNewer)
                    .flatMap(migration -> faults(text(migration.file())).stream()
                            .map(fault ->
                                    migration.service() + " " + migration.file().getFileName() + " " + fault))
                    .toList();
            assertEquals(
                    List.of(), breaking, "expand first, contract with a later version: see the README's decisions");
        }
    }

    /** Otherwise the rule would look at nothing. */
    @Test
    void theBaselineIsWhatIsThere() throws IOException {
        try (var all = migrations()) {
            assertEquals(
                    BASELINE.keySet().stream().sorted().toList(),
                    all.filter(m -> m.version().equals(BASELINE.get(m.service())))
                            .map(Migration::service)
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isFound(String statement, int faults) {
        assertEquals(faults, faults(statement).size() > 0 ? 1 : 0, () -> statement + ": " + faults(statement));
    }

    static Stream<Arguments> isFound() {
        return Stream.of(
                arguments("alter table a add column b text;", 0),
                arguments("alter table a add column b int not null default 0, add column c text;", 0),
                arguments("alter table a add column c text, add column b int not null;", 1),
                arguments("alter table a add b int not null;", 1),
                arguments("create table a (b int not null primary key, check (b > 0));", 0),
                arguments("create index a on b (c);", 0),
                arguments("drop index a;", 0),
                arguments("alter table a drop column b;", 1),
                arguments("alter table a drop b;", 1),
                arguments("alter table a drop constraint b;", 0),
                arguments("ALTER TABLE a\n  RENAME COLUMN b TO c;", 1),
                arguments("alter table a alter column b type bigint;", 1),
                arguments("alter table a alter column b set not null;", 1),
                arguments("alter table a alter column b drop not null;", 0),
                arguments("alter table a add constraint b check (c > 0);", 1),
                arguments("drop table a;", 1),
                arguments("-- it is not a matter of: drop table a\ncreate table b (c int);", 0),
                arguments("-- contract: nothing has read it since version 7\ndrop table a;", 0),
                arguments("insert into a values ('rename');", 0));
    }

    private static List<String> faults(String text) {
        if (CONTRACT.matcher(text).find()) {
            return List.of();
        }
        var statements = text.replaceAll("--[^\\n]*", "").replaceAll("'[^']*'", "''");
        return BREAKING.entrySet().stream()
                .filter(rule -> rule.getValue().matcher(statements).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Stream<Migration> migrations() throws IOException {
        return Files.walk(SERVICES)
                // With a version: what runs after each migration is none.
                .filter(file -> file.toString().matches(".*/src/main/resources/db/.*/V[^/]*\\.sql"))
                .map(file -> new Migration(SERVICES.relativize(file).getName(0).toString(), file))
                .filter(migration -> !migration.service().equals("end-to-end"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Pattern sql(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
