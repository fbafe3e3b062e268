package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.DeadLetter;
import io.pilotwatch.platform.DeadLetter.Deed;
import io.pilotwatch.platform.DeadLetter.Result;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How an operator reads moments, acts and raw records. */
@TemplateExtension
final class OperationsDisplay {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int LONGEST_VALUE = 4000;
    private static final int LONGEST_CELL = 160;

    private OperationsDisplay() {}

    /** To the second, in the programme's zone. */
    static String second(Instant instant, ZoneId zone) {
        return instant.atZone(zone).format(SECOND);
    }

    static Text spoken(Deed act) {
        return switch (act) {
            case REDRIVE -> OperationsWord.REDRIVE.text();
            case CLOSE -> OperationsWord.CLOSE.text();
        };
    }

    static Text spoken(Result result) {
        return OperationsWord.valueOf(result.name()).text();
    }

    /** What the bytes say as text; what is no text shows as such. */
    static String readable(byte[] value) {
        var text = new String(value, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
        return isLong(value) ? text.substring(0, Math.min(LONGEST_VALUE, text.length())) : text;
    }

    /** As part of an address. */
    static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a table has room for. */
    static String beginning(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
    }

    /** The service of this name. */
    static String serviceName(String service, Locale l) {
        return OperationsWord.service(service).in(l);
    }

    static boolean waits(DeadLetter letter) {
        return letter.state() == DeadLetter.State.WAITING;
    }

    static String idText(DeadLetter letter) {
        return Long.toString(letter.id());
    }

    static boolean isLong(byte[] value) {
        return value.length > LONGEST_VALUE;
    }
}
