package io.pilotwatch.endtoend.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check came to: what is wrong, a sentence each, and how much was looked at. */
final class Findings {

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    void wrong(String sentence, Object... about) {
        wrong.add(sentence.formatted(about));
    }

    void count(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    /** Empty: proven. */
    List<String> wrong() {
        return wrong;
    }

    /** By what was looked at. */
    Map<String, Long> counts() {
        return counts;
    }

    @Override
    public String toString() {
        return "%d findings of %s%s".formatted(wrong.size(), counts, String.join("\n", first()));
    }

    private List<String> first() {
        var shown = new ArrayList<String>();
        shown.add("");
        shown.addAll(wrong.subList(0, Math.min(50, wrong.size())));
        return shown;
    }
}
