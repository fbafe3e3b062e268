package io.pilotwatch.platform;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the {@link Caller} from the access token. */
@ApplicationScoped
public class Callers {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    // The injected token is the access token for an API call and for a signed-in browser alike; the identity's
    // principal
    // would be the ID token for the latter, which says nothing of organisations and fields.
    Callers(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** Who makes the present request. */
    public Caller current() {
        if (identity.isAnonymous()) {
            return new Caller("anonymous", Set.of(), Set.of(), Set.of(), Set.of());
        }
        String name = token.getClaim("preferred_username");
        return new Caller(
                name == null ? token.getSubject() : name,
                identity.getRoles(),
                strings("organisations"),
                strings("fields"),
                strings("regions"),
                strings("agencies"));
    }

    /** Until when the present request's token holds, by the wall clock. */
    public Instant currentUntil() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    private Set<String> strings(String claim) {
        return token.getClaim(claim) instanceof JsonArray array
                ? array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
