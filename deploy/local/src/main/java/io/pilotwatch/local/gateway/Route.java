package io.pilotwatch.local.gateway;

import io.pilotwatch.local.App;
import io.pilotwatch.local.Port;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a request goes, by its path alone. */
sealed interface Route {

    /** To one of those behind the gateway. */
    record To(String name, Port port) implements Route {}

    /** Nowhere: management is not for the public address, and what cannot be read is not passed on. */
    record Hidden() implements Route {}

    /** Health and metrics, under whichever prefix: they stay on their own ports. */
    String MANAGEMENT = "q";

    static Route of(String rawPath) {
        return segments(rawPath).<Route>map(Route::of).orElseGet(Hidden::new);
    }

    private static Route of(List<String> segments) {
        // Steps that only show once parameters are gone are nobody's honest way.
        if (segments.contains("..")
                || segments.contains(".")
                || segments.stream().limit(2).anyMatch(MANAGEMENT::equals)) {
            return new Hidden();
        }
        String first = segments.isEmpty() ? "" : segments.getFirst();
        if (first.equals("auth")) {
            return new To("keycloak", Port.KEYCLOAK);
        }
        App app = Arrays.stream(App.values())
                .filter(one -> one.folder().equals(first))
                .findFirst()
                .orElse(App.REPORTING);
        return new To(app.folder(), app.port());
    }

    /** As the services will understand them: decoded, without dots, empty segments and parameters (after ;). */
    private static Optional<List<String>> segments(String rawPath) {
        try {
            String path = new URI("http://gateway" + rawPath).normalize().getPath();
            // Decoding may have brought new dots to light.
            String again = new URI("http", "gateway", path, null).normalize().getPath();
            return Optional.of(Arrays.stream(again.split("/"))
                    .map(segment -> segment.split(";", 2)[0])
                    .filter(segment -> !segment.isEmpty())
                    .toList());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
