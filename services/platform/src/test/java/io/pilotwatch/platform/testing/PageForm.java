package io.pilotwatch.platform.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form on a page, filled in and sent as a browser without scripts does it. */
public final class PageForm {

    private final String user;
    private final String action;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private PageForm(String user, String action, Map<String, List<String>> values) {
        this.user = user;
        this.action = action;
        this.values.putAll(values);
    }

    private PageForm(String user, String path, Element form) {
        this.user = user;
        this.action = form.attr("action").isEmpty() ? path : form.attr("action");
        form.select("input[name], textarea[name], select[name]").forEach(this::take);
    }

    /** The page as this user reads it; must be answered with 200. */
    public static Document page(String user, String path) {
        return page(user, path, "en");
    }

    /** The page as this user reads it in this language; must be answered with 200. */
    public static Document page(String user, String path, String language) {
        var answer = get(user, path, language);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusLine() + "\n" + answer.asString());
        }
        return Jsoup.parse(answer.asString());
    }

    /** The answer to this user, whatever it is; no redirect is followed. */
    public static Response get(String user, String path, String language) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.of(user))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .get(path);
    }

    /** The first form on the page that is sent by POST. */
    public static PageForm open(String user, String path) {
        return of(user, path, page(user, path), "form[method=post]");
    }

    /** The page's form that is sent to this address. */
    public static PageForm open(String user, String path, String action) {
        return of(user, path, page(user, path), "form[method=post][action='" + action + "']");
    }

    /** The form in an answer, such as the one that shows what is wrong. */
    public static PageForm in(String user, Response answer) {
        return of(user, "", Jsoup.parse(answer.asString()), "form[method=post]");
    }

    private static PageForm of(String user, String path, Document page, String selector) {
        var form = page.selectFirst(selector);
        if (form == null) {
            throw new AssertionError("no " + selector + " on " + path + "\n" + page);
        }
        return new PageForm(user, path, form);
    }

    /** Writes into a field, or chooses these. */
    public PageForm set(String name, String... value) {
        values.put(name, List.of(value));
        return this;
    }

    /** What stands in a field. */
    public String value(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Sends it; no redirect is followed. */
    public Response send() {
        return send("en");
    }

    /** Sends it, to be answered in this language. */
    public Response send(String language) {
        var request = RestAssured.given()
                .redirects()
                .follow(false)
                .header("Authorization", "Bearer " + Tokens.of(user))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        values.forEach(request::formParam);
        return request.post(action);
    }

    /** Sends a form that has no address of its own to that of its page; no redirect is followed. */
    public Response sendTo(String path) {
        return new PageForm(user, path, values).send();
    }

    private void take(Element field) {
        var name = field.attr("name");
        switch (field.tagName() + " " + field.attr("type")) {
            case "input radio", "input checkbox" -> {
                if (field.hasAttr("checked")) {
                    add(name, field.val());
                }
            }
            case "input file", "input submit" -> {}
            default -> {
                if (field.tagName().equals("select")) {
                    var chosen = field.select("option[selected]");
                    (chosen.isEmpty() ? field.select("option").stream().limit(1).toList() : chosen)
                            .forEach(option -> add(name, option.val()));
                } else {
                    add(name, field.val());
                }
            }
        }
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
}
