package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.util.HashMap;
import java.util.Map;

/**
 * What the form before has done, by the address that it led to.
 *
 * @param sent the form's address after that of this page, so that the browser need not keep what was typed there
 */
public record Done(String sent, Text text) {

    private static final Map<String, Done> DONE = all();

    private static Map<String, Done> all() {
        var all = new HashMap<String, Done>();
        for (var act : AdmissionAct.values()) {
            all.put(act.path(), new Done(act.path(), act.done.text()));
        }
        for (var act : RegisterAct.values()) {
            all.put("pilot-" + act.path(), new Done(act.path(), act.done.text()));
        }
        for (var section : Section.values()) {
            all.put(section.path(), new Done(section.path(), Word.DONE_SAVED.text()));
        }
        all.put("submitted", new Done("check", Word.DONE_SUBMITTED.text()));
        all.put("review", new Done("review", AdmissionWord.DONE_REVIEW.text()));
        all.put("objection", new Done("objections/new", AdmissionWord.DONE_OBJECTION.text()));
        all.put("settlement", new Done("settlement", AdmissionWord.DONE_SETTLEMENT.text()));
        all.put("pilot-amendment", new Done("profile", RegisterWord.DONE_AMENDMENT.text()));
        return Map.copyOf(all);
    }

    /** Null where nothing was done that we know of. */
    @Nullable
    static Done of(@Nullable String name) {
        return name == null ? null : DONE.get(name);
    }
}
