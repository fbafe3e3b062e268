package io.pilotwatch.platform.pages;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/**
 * What is a page and what is not, by its path: all but the API. A page is read by a person with a session, whom the identity
 * provider signs in; the API by a program with a token, which is told 401. A link on a page may lead to the API, so a reader's
 * session is taken there too, but only to read.
 */
@ApplicationScoped
public class Paths implements TenantResolver {

    private static final Pattern API = Pattern.compile("^/[a-z-]+/api/");
    private static final String PAGES = "pages";

    /** Named: a request without a name would be the pages' by its session cookie alone, and change things by the API. */
    private static final String TOKENS = OidcUtils.DEFAULT_TENANT_ID;

    private static final String SESSION = "q_session_" + PAGES;

    /** Whether programs call it. */
    public static boolean isApi(String path) {
        return API.matcher(path).find();
    }

    @Override
    public String resolve(RoutingContext request) {
        boolean reads = request.request().method().name().equals("GET")
                && request.request().getHeader("Authorization") == null
                && request.request().cookies().stream()
                        .anyMatch(cookie -> cookie.getName().startsWith(SESSION));
        return !isApi(request.normalizedPath()) || reads ? PAGES : TOKENS;
    }
}
