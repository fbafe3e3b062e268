package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody at a browser who reads one language and has no mouse: whatever is used is reached by the keyboard. What the console
 * complains of and what is asked of any other address is held against the pages at the end.
 */
final class Person implements AutoCloseable {

    private static final int STOPS = 400;
    /** Whether another page follows, which has to be there before anything else is done. */
    private static final String LEADS_ON =
            "e => e.tagName === 'A' ? !e.hasAttribute('download') && !e.getAttribute('href').startsWith('#')"
                    + " : e.type === 'submit' && !!e.form && !e.closest('[hx-post], [hx-get]')";

    private final BrowserContext context;
    private Page page;
    private final String address;
    private final boolean chinese;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    /** Signs in on the identity provider's page; scripts run or do not. */
    Person(Browser browser, Site site, String user, String language, boolean scripts) {
        address = site.address();
        chinese = language.startsWith("zh");
        this.scripts = scripts;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Europe/Berlin")
                .setJavaScriptEnabled(scripts)
                .setViewportSize(1280, 900));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        listen();
        signIn(user);
    }

    private void signIn(String user) {
        synchronized (Person.class) {
            signInAlone(user);
        }
    }

    /** The identity provider lets nobody sign in twice at the same moment. */
    private void signInAlone(String user) {
        page.navigate(address + "/");
        page.locator("#username").fill(user);
        page.locator("#password").fill("pilotwatch");
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("/auth/"));
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            // That a form was refused the browser notes by itself.
            boolean refused = message.text().matches("Failed to load resource: .* status of (409|412|422) .*");
            if (message.type().equals("error") && !refused && !page.url().contains("/auth/")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                complaints.add(page.url() + " asks " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    String address() {
        return address;
    }

    /** What this person reads of the two. */
    String of(String zh, String en) {
        return chinese ? zh : en;
    }

    /** Types an address, such as one that was sent by mail. */
    Person opens(String path) {
        var answer = page.navigate(address + path);
        assertEquals(200, answer.status(), path);
        return this;
    }

    /** Follows a link by what it says, or by a part of that. */
    Person follows(String zh, String en) {
        return activates(AriaRole.LINK, of(zh, en));
    }

    /** Presses a button. */
    Person presses(String zh, String en) {
        return activates(AriaRole.BUTTON, of(zh, en));
    }

    private Person activates(AriaRole role, String name) {
        var one =
                page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first();
        reaches(one);
        if ((Boolean) one.evaluate(LEADS_ON)) {
            page.waitForNavigation(() -> page.keyboard().press("Enter"));
            looksAround();
        } else {
            page.keyboard().press("Enter");
        }
        return this;
    }

    /** Pages that only a form leads to, such as those that say what is wrong, are looked at here. */
    private void looksAround() {
        if (scripts && page.url().startsWith(address) && !page.url().contains("/auth/")) {
            Axe.violations(page).forEach(violation -> complaints.add(page.url() + ": " + violation));
        }
    }

    /** Opens or closes what is folded away. */
    Person unfolds(String zh, String en) {
        reaches(page.locator("summary", new Page.LocatorOptions().setHasText(of(zh, en)))
                .first());
        page.keyboard().press("Enter");
        return this;
    }

    /** Writes into a field. */
    Person fills(String zh, String en, String value) {
        var field = field(zh, en);
        reaches(field);
        field.fill(value);
        return this;
    }

    /** Chooses from a list. */
    Person selects(String zh, String en, String value) {
        var field = field(zh, en);
        reaches(field);
        field.selectOption(value);
        return this;
    }

    /** Ticks a box, or chooses one of several. */
    Person ticks(String zh, String en) {
        return ticks(field(zh, en));
    }

    private Person ticks(Locator box) {
        box.waitFor();
        if (box.getAttribute("type").equals("radio")) {
            // Of several the keyboard stops at one, from which arrows lead to the others.
            var name = box.getAttribute("name");
            reaches(page.locator("input[type=radio][name='" + name + "']"));
            for (int i = 0; i < STOPS && !box.isChecked(); i++) {
                page.keyboard().press(i == 0 ? "Space" : "ArrowDown");
            }
        } else {
            reaches(box);
            page.keyboard().press("Space");
        }
        return this;
    }

    /** Chooses one of several, or ticks a box, by the field's name and what it stands for. */
    Person chooses(String name, String value) {
        return ticks(page.locator("input[name='%s'][value='%s']".formatted(name, value))
                .first());
    }

    /** Writes into the field of this name. */
    Person writes(String name, String value) {
        var field = page.locator("[name='" + name + "']:not([type=hidden])").first();
        reaches(field);
        field.fill(value);
        return this;
    }

    /** Hands over a file. */
    Person attaches(String zh, String en, Path file) {
        var field = field(zh, en);
        reaches(field);
        field.setInputFiles(file);
        return this;
    }

    private Locator field(String zh, String en) {
        return page.getByLabel(of(zh, en)).first();
    }

    /** Waits until it can be read. */
    Person reads(String zh, String en) {
        page.locator("main").getByText(of(zh, en)).first().waitFor();
        return this;
    }

    /** Looks at the page again until something that happens elsewhere shows. */
    Person reloadsUntil(String shown) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            page.reload();
            return page.locator("main").textContent().contains(shown);
        });
        return this;
    }

    /** Waits until a heading says it. */
    Person isAt(String zh, String en) {
        page.locator("h1")
                .filter(new Locator.FilterOptions().setHasText(of(zh, en)))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return this;
    }

    /** Closes the tab and opens another one. */
    void closesTheTab() {
        page.close();
        page = context.newPage();
        listen();
    }

    /** The pages forget who this is, as after a long pause; the identity provider does not. */
    Person losesTheSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*")));
        return this;
    }

    /** Goes on by the keyboard until it is there: on one of these. */
    private void reaches(Locator any) {
        any.first().waitFor();
        for (int i = 0; i < STOPS; i++) {
            if ((Boolean) any.evaluateAll("all => all.includes(document.activeElement)")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + any + " on " + page.url());
    }

    /** What there was to complain of so far. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints);
    }
}
