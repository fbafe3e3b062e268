package io.pilotwatch.platform.pages;

import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Takes a form only from a page of ours: each gives back a token that is a MAC of the session, so that nothing has to be kept,
 * and every service and replica knows every other's. Whatever is not an API and changes something is held to it, so that no
 * page can forget to ask.
 */
@ApplicationScoped
public class FormTokens {

    /** The hidden field. */
    static final String FIELD = "form-token";

    /** The header, for what a script sends. */
    static final String HEADER = "X-Form-Token";

    private static final String ALGORITHM = "HmacSHA256";

    private final JsonWebToken session;
    private final String service;
    private final SecretKeySpec key;
    private final Ids ids;

    FormTokens(
            JsonWebToken session,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "pilotwatch.oidc.secret") String secret,
            Ids ids) {
        this.session = session;
        this.service = service;
        this.ids = ids;
        this.key = new SecretKeySpec(("form:" + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String service() {
        return service;
    }

    /** A name for the request that a form of a page about to be shown will send. */
    String freshKey() {
        return ids.next().toString();
    }

    /** For the forms of whoever makes the present request. */
    String ofSession() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // The identity provider's name of the session; a refreshed token keeps it.
            var id = Optional.<Object>ofNullable(session.getClaim("sid")).orElse(session.getSubject());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(String.valueOf(id).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Refuses what is sent to a page without the token. */
    @ServerRequestFilter
    @WithFormRead
    void refuse(ContainerRequestContext request) {
        if (Paths.isApi(request.getUriInfo().getRequestUri().getPath())
                || request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD)
                || request.getMethod().equals(HttpMethod.OPTIONS)) {
            return;
        }
        var given = Optional.ofNullable(request.getHeaderString(HEADER)).orElseGet(FormTokens::field);
        if (given == null || !MessageDigest.isEqual(bytes(given), bytes(ofSession()))) {
            throw new Problem(403, "NOT_FROM_OUR_FORM", Common.NOT_FROM_OUR_FORM.text());
        }
    }

    private static String field() {
        return CurrentRequestManager.get().getFormParameter(FIELD, true, false) instanceof String value ? value : null;
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
