package io.pilotwatch.endtoend;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What axe finds of WCAG 2.2 AA to be wrong with a page as it stands in the browser. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String JUDGE = """
            async which => {
              const found = await axe.run(document, { runOnly: which, resultTypes: ['violations'] });
              return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' +
                (n.any[0]?.message ?? n.all[0]?.message ?? '')).join(' | '));
            }""";

    private static final Map<String, Object> ALL =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    private static final Map<String, Object> OF_COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private Axe() {}

    /** Each with the first places where it is so; the script is brought along where the page has not met it yet. */
    static List<String> violations(Page page) {
        return violations(page, ALL);
    }

    /** Those that other colours on the same page can make. */
    static List<String> violationsByColours(Page page) {
        return violations(page, OF_COLOURS);
    }

    private static List<String> violations(Page page, Map<String, Object> which) {
        if (!(Boolean) page.evaluate("() => !!window.axe")) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(JUDGE, which))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
