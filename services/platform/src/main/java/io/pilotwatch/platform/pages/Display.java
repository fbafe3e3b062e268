package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How figures and days look on a page. */
@TemplateExtension
public final class Display {

    private static final int DARKEST = 4;
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_SHORT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH_SHORT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final Map<String, Text> ROLES = Map.of(
            "pilot-team", new Text("试点单位", "pilot team"),
            "recommender", new Text("推荐单位", "recommending unit"),
            "regulator", new Text("牵头部门", "lead regulator"),
            "programme-office", new Text("主管办公室", "programme office"),
            "operator", new Text("运维", "operator"),
            "viewer", new Text("查阅", "viewer"),
            "expert", new Text("专家", "expert"));

    private Display() {}

    /** A day in full, with its weekday. */
    public static String full(LocalDate day, Locale l) {
        return day.format(Text.isChinese(l) ? CHINESE_DAY : ENGLISH_DAY);
    }

    /** A day in short, with its weekday. */
    public static String withWeekday(LocalDate day, Locale l) {
        return day.format(Text.isChinese(l) ? CHINESE_SHORT : ENGLISH_SHORT);
    }

    /** A moment to the minute, on the programme's clock. */
    public static String moment(OffsetDateTime moment) {
        return moment.format(MINUTE);
    }

    /** The days by which a countdown is over. */
    public static long over(long days) {
        return -days;
    }

    /** The class of a table cell: the larger the share, the stronger its colour. The number stands in it all the same. */
    public static String heat(int count, int largest) {
        return count == 0 ? "heat-0" : "heat-" + Math.max(1, Math.ceilDiv(count * DARKEST, Math.max(1, largest)));
    }

    /** The class of something of this code, such as {@code state-in-progress}. */
    public static String css(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the account is in the programme. */
    public static String names(List<String> roles, Locale l) {
        return String.join(
                Text.isChinese(l) ? "、" : ", ",
                roles.stream()
                        .filter(ROLES::containsKey)
                        .map(r -> ROLES.get(r).in(l))
                        .toList());
    }
}
