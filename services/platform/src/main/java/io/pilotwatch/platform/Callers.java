package io.pilotwatch.platform;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the {@link Caller} from the access token. */
@ApplicationScoped
public class Callers {

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who makes the present request. */
    public Caller current() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new Caller("anonymous", Set.of(), Set.of(), Set.of(), Set.of());
        }
        String name = token.getClaim("preferred_username");
        return new Caller(
                name == null ? token.getSubject() : name,
                identity.getRoles(),
                strings(token, "organisations"),
                strings(token, "fields"),
                strings(token, "regions"));
    }

    private static Set<String> strings(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof JsonArray array
                ? array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
