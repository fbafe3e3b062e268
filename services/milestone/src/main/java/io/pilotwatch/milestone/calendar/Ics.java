package io.pilotwatch.milestone.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import io.pilotwatch.milestone.calendar.core.Entry;
import io.pilotwatch.milestone.calendar.core.Folding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** A calendar as its readers take it (RFC 5545 and 7986). The same entries make the same text, to the last character. */
final class Ics {

    private static final String PRODUCT = "-//Pilotwatch//Deadlines//EN";
    private static final Duration REFRESH = Duration.builder().hours(6).build();

    private Ics() {}

    static String of(String name, List<Entry> entries, Locale language) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(name);
        // What readers asked for before there was NAME.
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        // RFC 7986 wants it said that it is a duration, and the library does not say it.
        calendar.setRefreshInterval(REFRESH).setParameter("VALUE", "DURATION");
        entries.forEach(entry -> calendar.addEvent(event(entry, language)));
        return Folding.fold(text(calendar));
    }

    private static VEvent event(Entry entry, Locale language) {
        var event = new VEvent();
        var changed = Date.from(entry.changed());
        event.setUid(entry.uid());
        event.setDateTimeStamp(changed);
        event.setLastModified(changed);
        event.setSequence(Math.toIntExact(entry.sequence()));
        event.setDateStart(day(entry), false);
        event.setSummary(entry.summary().in(language));
        event.setDescription(entry.state().in(language));
        event.setStatus(entry.isCancelled() ? Status.cancelled() : Status.confirmed());
        event.setTransparency(true);
        return event;
    }

    private static ICalDate day(Entry entry) {
        var day = entry.day();
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** Unfolded: the library counts characters where the RFC counts octets. */
    private static String text(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
