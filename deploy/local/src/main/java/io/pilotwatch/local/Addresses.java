package io.pilotwatch.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * All that the replay needs to know of a running platform: it works through public addresses only, as any client would.
 *
 * @param gateway the one address in front; services are under it as {@code /intake}, {@code /milestone} …
 * @param management each service's management address, for health and the stepped clock
 * @param demonstration the folder with the real and the synthetic list
 * @param tokens who may be signed in
 */
public record Addresses(URI gateway, Map<App, URI> management, Path demonstration, Tokens tokens) {

    static Addresses of(Settings settings) {
        Map<App, URI> management = new EnumMap<>(App.class);
        for (App app : App.values()) {
            management.put(app, settings.local(app.managementPort(), ""));
        }
        return new Addresses(
                settings.local(Port.GATEWAY, ""), management, settings.demonstration(), Tokens.of(settings));
    }
}
