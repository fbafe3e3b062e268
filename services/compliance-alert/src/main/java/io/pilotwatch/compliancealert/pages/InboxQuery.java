package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.AlertInbox.Box;
import io.pilotwatch.compliancealert.AlertInbox.Filter;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which alerts the inbox shows, as its address says it; whatever is empty stands for all. */
public record InboxQuery(
        @QueryParam("box") String box,
        @QueryParam("field") String field,
        @QueryParam("rule") String rule,
        @QueryParam("severity") String severity,
        @QueryParam("pilotId") String pilotId,
        @QueryParam("cursor") String cursor) {

    private static final String PATH = "/compliance-alert/inbox";

    Filter filter() {
        return new Filter(chosen(field), chosen(rule), chosen(severity), chosen(pilotId));
    }

    private static String chosen(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The group asked for, or this one. */
    Box boxOr(Box usual) {
        return Stream.of(Box.values())
                .filter(b -> b.name().equalsIgnoreCase(box))
                .findFirst()
                .orElse(usual);
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !filter().equals(new Filter(null, null, null, null));
    }

    /** The same page again. */
    public String address() {
        return address(with("cursor", cursor));
    }

    /** The same filters in another group. */
    String in(Box other) {
        return address(with("box", other.name().toLowerCase(Locale.ROOT)));
    }

    /** The first page of the group after these were answered, which names them. */
    String answered(BulkAnswer.Request request) {
        var alerts = request.alert().stream().map(id -> "&alert=" + encoded(id)).collect(Collectors.joining());
        return address(with("done", request.act().name())) + alerts;
    }

    private Map<String, String> with(String name, String value) {
        var all = new LinkedHashMap<String, String>();
        all.put("box", box);
        all.put("field", field);
        all.put("rule", rule);
        all.put("severity", severity);
        all.put("pilotId", pilotId);
        all.put(name, value);
        return all;
    }

    private static String address(Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .filter(e -> chosen(e.getValue()) != null)
                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
