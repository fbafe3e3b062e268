package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.AlertFile.May;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done about one alert: what it is called, what follows from it, and what is said once it is done. */
public enum Deed {
    ACKNOWLEDGE(Word.ACKNOWLEDGE, Word.ACKNOWLEDGE_MEANS, Word.DONE_ACKNOWLEDGED),
    COMMENT(Word.COMMENT, Word.COMMENT_MEANS, Word.DONE_COMMENTED),
    DISMISS(Word.DISMISS, Word.DISMISS_MEANS, Word.DONE_DISMISSED),
    WAIVE(Word.WAIVE, Word.WAIVE_MEANS, Word.DONE_WAIVED),
    RECTIFY(Word.RECTIFY, Word.RECTIFY_MEANS, Word.DONE_ORDERED);

    private final Word title;
    private final Word means;
    private final Word done;

    Deed(Word title, Word means, Word done) {
        this.title = title;
        this.means = means;
        this.done = done;
    }

    static Optional<Deed> named(String path) {
        return Stream.of(values()).filter(d -> d.path().equals(path)).findFirst();
    }

    /** As the address has it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called. */
    public Word title() {
        return title;
    }

    /** What follows from it. */
    public Word means() {
        return means;
    }

    Word done() {
        return done;
    }

    /** Whether it can be done now by whoever may do this. */
    public boolean allowed(May may) {
        return switch (this) {
            case ACKNOWLEDGE -> may.acknowledge();
            case COMMENT -> may.comment();
            case DISMISS -> may.dismiss();
            case WAIVE -> may.waive();
            case RECTIFY -> may.rectify();
        };
    }
}
