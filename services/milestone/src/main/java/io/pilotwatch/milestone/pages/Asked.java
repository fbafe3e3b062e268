package io.pilotwatch.milestone.pages;

import io.pilotwatch.platform.pages.Form;

/**
 * What the button that sent a form asks for, written as {@code remove:milestones:2}.
 *
 * @param list of which an entry comes or goes; empty otherwise
 * @param index of the entry that goes
 */
record Asked(Kind kind, String list, int index) {

    /** What can be asked for. */
    enum Kind {
        /** Look again at what was typed. */
        EDIT,
        /** One entry more. */
        ADD,
        /** One entry less. */
        REMOVE,
        /** Keep the draft. */
        SAVE,
        /** Throw the draft away. */
        DISCARD,
        /** Show the answers to check. */
        CHECK,
        /** Hand it in. */
        SEND
    }

    /** Whatever no button of ours says is taken for a look at the answers, which does no harm. */
    static Asked of(Form sent) {
        var said = sent.text(Typed.ACT);
        var parts = (said == null ? "" : said).split(":", 3);
        return switch (parts[0]) {
            case "edit" -> new Asked(Kind.EDIT, "", 0);
            case "save" -> new Asked(Kind.SAVE, "", 0);
            case "discard" -> new Asked(Kind.DISCARD, "", 0);
            case "send" -> new Asked(Kind.SEND, "", 0);
            case "add" -> new Asked(Kind.ADD, parts.length > 1 ? parts[1] : "", 0);
            case "remove" ->
                parts.length > 2 && parts[2].matches("\\d{1,3}")
                        ? new Asked(Kind.REMOVE, parts[1], Integer.parseInt(parts[2]))
                        : new Asked(Kind.EDIT, "", 0);
            default -> new Asked(Kind.CHECK, "", 0);
        };
    }
}
