package io.pilotwatch.platform.pages;

import io.pilotwatch.platform.Languages;
import io.quarkus.arc.Arc;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolver;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolverContext;

/** What Bean Validation says is said in the language that the reader chose on a page, too. */
@Alternative
@Priority(1)
@ApplicationScoped
public class ReaderLocale implements LocaleResolver {

    private final HttpHeaders headers;

    ReaderLocale(HttpHeaders headers) {
        this.headers = headers;
    }

    @Override
    public Locale resolve(LocaleResolverContext context) {
        return Arc.container().requestContext().isActive() && hasRequest()
                ? Languages.of(headers)
                : context.getDefaultLocale();
    }

    private static boolean hasRequest() {
        return org.jboss.resteasy.reactive.server.core.CurrentRequestManager.get() != null;
    }
}
