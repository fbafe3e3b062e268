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
        return identity.isAnonymous()
                ? new Caller("anonymous", Set.of(), Set.of(), Set.of(), Set.of())
                : of(token, identity.getRoles());
    }

    /** Whose access token this is, of an account with these roles. */
    static Caller of(JsonWebToken token, Set<String> roles) {
        String name = token.getClaim("preferred_username");
        return new Caller(
                name == null ? token.getSubject() : name,
                roles,
                strings(token, "organisations"),
                strings(token, "fields"),
                strings(token, "regions"),
                strings(token, "agencies"));
    }

    /** The id of the account that makes the present request, at the identity provider; only where there is one. */
    public String currentId() {
        return token.getSubject();
    }

    /** Until when the present request's token holds, by the wall clock. */
    public Instant currentUntil() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    private static Set<String> strings(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof JsonArray array
                ? array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
