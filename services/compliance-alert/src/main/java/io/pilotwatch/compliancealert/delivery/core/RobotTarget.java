package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Nullable;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A robot's address as its owner gives it. Whoever has it can write to the group, so it is shown to nobody; a secret with
 * which messages are signed stands in it as the parameter {@code secret}, which is never sent.
 *
 * @param address to which messages are posted
 * @param secret with which they are signed; null where the robot asks for none
 */
public record RobotTarget(URI address, @Nullable String secret) {

    private static final String SECRET = "secret=";
    private static final int SHOWN = 4;

    /** @param target an http(s) address */
    public static RobotTarget of(String target) {
        var uri = URI.create(target);
        var query = uri.getRawQuery();
        if (query == null) {
            return new RobotTarget(uri, null);
        }
        var parts = Arrays.asList(query.split("&"));
        var secret = parts.stream()
                .filter(p -> p.startsWith(SECRET))
                .map(p -> URLDecoder.decode(p.substring(SECRET.length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
        var others = parts.stream().filter(p -> !p.startsWith(SECRET)).collect(Collectors.joining("&"));
        var base = target.substring(0, target.indexOf('?'));
        return new RobotTarget(URI.create(others.isEmpty() ? base : base + "?" + others), secret);
    }

    /** The address with these further parameters, whose values are encoded already. */
    public URI with(String parameters) {
        var address = this.address.toString();
        return URI.create(address + (this.address.getRawQuery() == null ? "?" : "&") + parameters);
    }

    /** What may be shown of it: its host and the last characters of what makes it secret. */
    public String masked() {
        var all = address.getRawQuery() == null ? address.getRawPath() : address.getRawQuery();
        var shown = all.length() > 2 * SHOWN ? all.substring(all.length() - SHOWN) : "";
        return "%s://%s/…%s".formatted(address.getScheme(), address.getRawAuthority(), shown);
    }
}
