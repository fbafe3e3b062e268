package io.pilotwatch.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nobody may read, and what people can read: no piece of the one may stand in the other. */
final class Leaks {

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    /** A secret, by what it is for. */
    String secret(String what, String value) {
        if (value.length() < 8) {
            throw new IllegalArgumentException(what + " is too short to be recognised");
        }
        secrets.put(what, value);
        return value;
    }

    /** Something that somebody can read, by where. */
    void text(String where, String what) {
        texts.merge(where, what, (before, now) -> before + "\n" + now);
    }

    /** Which secret stands where. */
    List<String> found() {
        var found = new ArrayList<String>();
        secrets.forEach((what, value) -> wherever(value).forEach(where -> found.add(what + " in " + where)));
        return found;
    }

    /** Where this stands. */
    List<String> wherever(String value) {
        return texts.entrySet().stream()
                .filter(text -> text.getValue().contains(value))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> kinds() {
        return List.copyOf(texts.keySet());
    }
}
