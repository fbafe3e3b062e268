package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goes wherever links lead each role, to one page of each kind, and looks at it as axe does (WCAG 2.2 AA), light and dark, narrow
 * and wide; and whether it fits, speaks its language, has one heading, complains of nothing and leads nowhere that is not there.
 */
@Order(6)
@ExtendWith(Site.Running.class)
class EveryPageIT {

    private static final Map<String, String> READERS = new LinkedHashMap<>();

    static {
        READERS.put("office", "zh-CN");
        READERS.put("team-096", "en");
        READERS.put("regulator-tax", "zh-CN");
        READERS.put("recommender-beijing", "en");
        READERS.put("expert-1", "zh-CN");
        READERS.put("operator", "en");
        READERS.put("viewer", "zh-CN");
    }

    private static final List<Integer> WIDTHS = List.of(320, 768, 1280);
    /** Where somebody wants to look at the pages himself. */
    private static final String SCREENSHOTS = System.getProperty("pilotwatch.screenshots");

    private static final String KEEPS_TOKEN =
            "() => [localStorage, sessionStorage].some(s => Object.values(s).some(v => v.includes('eyJ')))";

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> kinds = new ConcurrentSkipListSet<>();

    @Test
    void everyPageIsForEverybody(Site site) throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(READERS.entrySet());
        site.atOnce(() -> walkAll(site, waiting), () -> walkAll(site, waiting));
        assertEquals(
                "",
                faults.stream().distinct().collect(Collectors.joining("\n")),
                faults.size() + " faults on " + kinds);
        assertTrue(kinds.size() > 30, () -> "a page of each kind: " + kinds);
    }

    private void walkAll(Site site, Queue<Map.Entry<String, String>> waiting) {
        for (var reader = waiting.poll(); reader != null; reader = waiting.poll()) {
            var person = site.person(reader.getKey(), reader.getValue());
            walk(person, reader.getKey(), reader.getValue());
            faults.addAll(person.complaints());
            person.complaints().clear();
            person.close();
        }
    }

    private void walk(Person person, String user, String language) {
        var seen = new TreeSet<String>();
        var open = new ArrayDeque<String>(List.of("/"));
        while (!open.isEmpty()) {
            var path = open.poll();
            if (!seen.add(kind(path))) {
                continue;
            }
            var answer = person.page().navigate(person.address() + path);
            person.page().waitForLoadState();
            if (answer.status() != 200) {
                faults.add(user + " is led to " + path + ": " + answer.status());
                continue;
            }
            check(user + " " + path + " may run only what is ours", true, isStrict(answer));
            boolean isNew = kinds.add(kind(path));
            look(person.page(), user, path, language, isNew);
            links(person.page()).stream().filter(l -> !seen.contains(kind(l))).forEach(open::add);
        }
    }

    private void look(Page page, String user, String path, String language, boolean wholly) {
        var where = user + " " + path;
        check(where + " lang", language, page.locator("html").getAttribute("lang"));
        check(where + " h1", 1, page.locator("h1").count());
        check(
                where + " forms that others could send",
                0,
                page.locator("form[method=post]:not(:has(input[name=form-token]))")
                        .count());
        check(where + " keeps a token", false, page.evaluate(KEEPS_TOKEN));
        for (var scheme : wholly ? List.of(ColorScheme.LIGHT, ColorScheme.DARK) : List.of(ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : wholly ? WIDTHS : List.of(1280)) {
                page.setViewportSize(width, 900);
                check(
                        where + " fits " + width,
                        true,
                        page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
                // The dark scheme has the same page in other colours.
                for (var violation :
                        scheme == ColorScheme.LIGHT ? Axe.violations(page) : Axe.violationsByColours(page)) {
                    faults.add(where + " " + scheme + " " + width + ": " + violation);
                }
                if (SCREENSHOTS != null) {
                    picture(
                            page,
                            "%s%s-%s-%d-%s".formatted(user, kind(path).replace('/', '_'), language, width, scheme));
                }
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
    }

    private static boolean isStrict(Response answer) {
        var policy = answer.headerValue("Content-Security-Policy");
        return policy != null && policy.contains("default-src 'none'") && !policy.contains("unsafe");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(SCREENSHOTS, name + ".png"))
                .setFullPage(true));
    }

    private void check(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            faults.add(what + ": " + actual + " instead of " + expected);
        }
    }

    /** Addresses of ours that lead to pages, as they stand on this one. */
    private static List<String> links(Page page) {
        var found = (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('a[href]:not([download])')].map(a => new URL(a.href))
                  .filter(u => u.origin === location.origin).map(u => u.pathname + u.search)""");
        return found.stream()
                .map(String::valueOf)
                .filter(path -> !path.matches("/[a-z-]+/(language|logout|login)\\b.*") && !path.contains("/api/"))
                .distinct()
                .toList();
    }

    /** Pages that differ only in what they are about are of one kind. */
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("/[^/]*[0-9A-Z][^/]*", "/*")
                .replaceAll("/portfolio/([a-z]+)/.*", "/portfolio/$1/*")
                .replaceAll("/indicators/[a-z-]+", "/indicators/*");
    }
}
