package io.pilotwatch.intake.pages;

import io.pilotwatch.intake.ApplicationView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parts of an application, each a page of its own. */
enum Section {
    KIND(Word.KIND, "/kind"),
    FIELDS(Word.FIELDS, "/fields", "/tags"),
    APPLICANT(Word.UNIT, "/region", "/level", "/levelReason"),
    CONTACT(Word.CONTACT),
    SUMMARY(Word.SUMMARY, "/summary"),
    SCENARIOS(Word.SCENARIOS, "/scenarios");

    final Word title;
    private final List<String> pointers;

    Section(Word title, String... pointers) {
        this.title = title;
        this.pointers = List.of(pointers);
    }

    /** The last part of its page's address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this address. */
    static Section of(String path) {
        return Arrays.stream(values())
                .filter(section -> section.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** The one that states what this points to. */
    static Section stating(String pointer) {
        return Arrays.stream(values())
                .filter(section -> section.pointers.contains(pointer))
                .findFirst()
                .orElse(SUMMARY);
    }

    /** What it still lacks. */
    List<ApplicationView.Missing> missing(ApplicationView a) {
        return a.missing().stream().filter(m -> pointers.contains(m.pointer())).toList();
    }

    /** How far it is. */
    Word progress(ApplicationView a) {
        if (this == CONTACT) {
            return a.contact() == null ? Word.VOLUNTARY : Word.DONE;
        }
        return missing(a).isEmpty() ? Word.DONE : Word.TODO;
    }
}
