package io.pilotwatch.milestone.pages;

import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The steps that all forms of a milestone share. */
final class Checks {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        /** What was filled in, before it is sent. */
        static native TemplateInstance check(Frame frame, Sheet sheet, Form form, Check check, List<Piece> evidence);

        /** There is nothing to fill in now, and why. */
        static native TemplateInstance closed(Frame frame, Sheet sheet, Say title);
    }

    private Checks() {}
}
