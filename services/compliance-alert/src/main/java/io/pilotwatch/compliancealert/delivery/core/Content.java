package io.pilotwatch.compliancealert.delivery.core;

import java.util.Locale;

/** What a message says, before any channel sets it out. */
public sealed interface Content permits Announcement, Digest {

    /** The subject as one line: a mail's header holds no line break, whatever a name contains. */
    String subjectLine(Locale language);

    /** As plain text. */
    String plain(Locale language);
}
