package io.pilotwatch.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium: the one that is named by {@code PILOTWATCH_CHROMIUM}, else one on the PATH, else the one that Playwright
 * fetches for itself.
 */
final class Browsers implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb");

    private final Playwright playwright;
    private final Browser browser;

    Browsers() {
        var installed = installed();
        try {
            playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            var options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
            installed.ifPresent(options::setExecutablePath);
            browser = playwright.chromium().launch(options);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The tests of pages need a Chromium: there is none on the PATH that starts, and Playwright could not"
                            + " fetch one. In Debian: apt-get install chromium fonts-noto-cjk.",
                    e);
        }
    }

    private static Optional<Path> installed() {
        return Optional.ofNullable(System.getenv("PILOTWATCH_CHROMIUM"))
                .map(Path::of)
                .or(() -> Stream.of(System.getenv("PATH").split(":"))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
