package io.pilotwatch.platform;

import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code GET /<service>/api/v1/receipts/jwks.json}: the public keys with which receipts are verified, as a JWKS. For
 * everybody and without a role, on purpose: who holds a receipt must be able to verify it without asking us for an account.
 */
@ApplicationScoped
@IfBuildProperty(name = "pilotwatch.receipts.given", stringValue = "true")
class ReceiptRoutes {

    private final ReceiptKeys keys;
    private final String service;

    ReceiptRoutes(ReceiptKeys keys, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.keys = keys;
        this.service = service;
    }

    void register(@Observes Router router) {
        var jwks = keys.jwks();
        router.get("/" + service + "/api/v1/receipts/jwks.json")
                .handler(request -> request.response()
                        .putHeader("content-type", "application/jwk-set+json")
                        .putHeader("cache-control", "public, max-age=300")
                        .end(jwks));
    }
}
