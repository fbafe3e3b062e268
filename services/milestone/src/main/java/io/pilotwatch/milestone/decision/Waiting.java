package io.pilotwatch.milestone.decision;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something on which a lead is to decide.
 *
 * @param organisation the pilot unit
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param name what it is about: a milestone's title, a report's period or title; null for a task book
 * @param since programme day from which it waits
 * @param due programme day by which it was promised; null where it has none
 * @param asked the later day that is asked for; null where none is
 * @param firstBy who agreed first to a critical milestone; null before that
 */
public record Waiting(
        Key key,
        String organisation,
        boolean synthetic,
        @Nullable Text name,
        LocalDate since,
        @Nullable LocalDate due,
        @Nullable LocalDate asked,
        boolean critical,
        @Nullable String firstBy) {

    /** What is decided on. */
    public enum Kind {
        TASK_BOOK("任务书", "Task books"),
        CHANGE("任务书变更", "Task-book changes"),
        CLAIM("里程碑完成", "Milestones claimed"),
        EXTENSION("延期申请", "Extension requests"),
        REPORT("进展报告", "Progress reports");

        private final Text text;

        Kind(String zh, String en) {
            text = new Text(zh, en);
        }

        /** Those of the kind, in words. */
        public Text text() {
            return text;
        }

        /** Whether a reason is due for a yes too. */
        public boolean alwaysNeedsReason() {
            return this == CHANGE || this == EXTENSION;
        }

        /** As it stands in an address. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The other way round; 404 for what is none. */
        public static Kind ofSlug(String slug) {
            return Arrays.stream(values())
                    .filter(kind -> kind.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound(slug));
        }

        /** With its code. */
        public Named named() {
            return new Named(name(), text);
        }
    }

    /**
     * Which one, and as which revision it was read.
     *
     * @param item a milestone's id, a report's key, or the version that a plan would be
     */
    public record Key(Kind kind, String pilotId, String item, long revision) {

        /** In one word, as a box on a page carries it. */
        public String code() {
            return String.join("~", kind.name(), pilotId, item, Long.toString(revision));
        }

        /** The other way round; 404 for what no page of ours carried. */
        public static Key of(String code) {
            var parts = code.split("~", -1);
            try {
                return new Key(Kind.valueOf(parts[0]), parts[1], parts[2], Long.parseLong(parts[3]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Problem.notFound("decision");
            }
        }

        /** Below the page of all decisions. */
        public String path() {
            return kind.slug() + "/" + pilotId + "/" + item;
        }
    }

    /** Whether somebody else has to decide next: a critical milestone takes two persons. */
    public boolean isForAnother(String account) {
        return account.equals(firstBy);
    }
}
