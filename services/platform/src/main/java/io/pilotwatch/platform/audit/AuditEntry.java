package io.pilotwatch.platform.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.contracts.Nullable;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who saw or did what, or tried to. It names the place that was asked by its template and the values in it, never by the
 * address itself, and holds no body, token or password; {@link Said} sees to that.
 *
 * @param who null for nobody: a call without an account
 * @param from the address of whoever called, as the proxy in front tells it
 * @param route as {@code /milestone/api/v1/pilots/{pilotId}/task-book}
 * @param subject the values in the route
 * @param asked the filters and other query parameters
 * @param pilot which it is about, where it is one
 * @param status of the answer; null where there was none
 * @param code of the problem with which it was refused
 * @param trace of the request
 * @param key hash of its Idempotency-Key
 */
public record AuditEntry(
        Outcome outcome,
        @Nullable Who who,
        @Nullable String from,
        String method,
        String route,
        Map<String, String> subject,
        Map<String, List<String>> asked,
        @Nullable String pilot,
        @Nullable Integer status,
        @Nullable String code,
        @Nullable String trace,
        @Nullable String key) {

    /** The account of a call without one. */
    public static final String NOBODY = "nobody";

    /** Of a request that no resource answers, but a route of the management port; without a status, of one that is unanswered. */
    public static AuditEntry of(
            RoutingContext request, @Nullable Who who, @Nullable Integer status, @Nullable String code) {
        var path = request.pathParams().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> List.of(value.getValue())));
        var query = request.queryParams().names().stream()
                .collect(Collectors.toMap(name -> name, request.queryParams()::getAll, (one, _) -> one));
        var method = request.request().method().name();
        return new AuditEntry(
                Outcome.of(method, status),
                who,
                Origin.from(request),
                method,
                request.currentRoute().getPath(),
                Said.subject(path),
                Said.asked(query),
                Said.pilot(request.queryParams().get("pilot")),
                status,
                code,
                Origin.trace(),
                null);
    }

    /** The same of this pilot. */
    AuditEntry of(String about) {
        return new AuditEntry(outcome, who, from, method, route, subject, asked, about, status, code, trace, key);
    }

    /** What the log knows, without its place in it. */
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("outcome", outcome.word());
        json.put("account", who == null ? NOBODY : who.account());
        if (who != null) {
            putIf(json, "accountId", who.id());
            putIf(json, "roles", who.roles());
            who.speaksFor().forEach((kind, names) -> putIf(json, kind, names));
        }
        putIf(json, "from", from);
        json.put("method", method).put("route", route);
        if (status != null) {
            json.put("status", status);
        }
        if (!subject.isEmpty()) {
            subject.forEach(json.putObject("subject")::put);
        }
        if (!asked.isEmpty()) {
            var filters = json.putObject("asked");
            asked.forEach((name, values) -> putIf(filters, name, values));
        }
        putIf(json, "pilot", pilot);
        putIf(json, "code", code);
        putIf(json, "trace", trace);
        putIf(json, "key", key);
        return json;
    }

    private static void putIf(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void putIf(ObjectNode json, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            var list = json.putArray(name);
            values.forEach(list::add);
        }
    }
}
