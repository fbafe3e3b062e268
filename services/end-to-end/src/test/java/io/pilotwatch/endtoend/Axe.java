package io.pilotwatch.endtoend;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe finds of WCAG 2.2 AA to be wrong with a page as it stands in the browser. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String JUDGE = """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
              return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' +
                (n.any[0]?.message ?? n.all[0]?.message ?? '')).join(' | '));
            }""";

    private Axe() {}

    /** Each with the first places where it is so; the script is brought along where the page has not met it yet. */
    static List<String> violations(Page page) {
        if (!(Boolean) page.evaluate("() => !!window.axe")) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(JUDGE)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
