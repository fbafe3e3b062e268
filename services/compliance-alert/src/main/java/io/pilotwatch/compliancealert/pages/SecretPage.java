package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.delivery.SubscriptionView.SecretView;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;

/** Shows a secret once, in the answer that it was made in: it is in no address, and nobody keeps it. */
final class SecretPage {

    /** The template, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance secret(
                Frame frame,
                String subscriptionId,
                SecretView secret,
                boolean replaced,
                @Nullable OffsetDateTime formerUntil);
    }

    private SecretPage() {}

    /** @param formerUntil until when the one before is honoured; null where there is none, or it is no more */
    static Response of(
            Frames frames,
            String subscriptionId,
            SecretView secret,
            boolean replaced,
            @Nullable OffsetDateTime formerUntil) {
        var page = frames.page(Templates.secret(frames.frame(), subscriptionId, secret, replaced, formerUntil));
        // A null takes away what the frame says of caches.
        return Response.fromResponse(page)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
