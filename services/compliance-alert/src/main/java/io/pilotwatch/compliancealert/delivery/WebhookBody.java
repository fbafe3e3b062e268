package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.contracts.Nullable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a webhook posts: that something happened, and where to read what. Under 20 kB however much there is to say.
 *
 * @param type such as {@code alert.raised}
 * @param timestamp when it happened, by the programme clock
 */
record WebhookBody(String type, Instant timestamp, Data data) {

    /**
     * About what.
     *
     * @param reason why the endpoint's owner is told, in English; of an alert it is read at its address
     * @param href where to read all of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            @Nullable String alertId,
            @Nullable String pilotId,
            @Nullable String rule,
            @Nullable String severity,
            @Nullable Integer level,
            @Nullable String state,
            String agency,
            @Nullable Long revision,
            @Nullable String reason,
            @Nullable String href) {}

    static WebhookBody of(Message message, String publicUrl) {
        var notice = message.notice();
        var alert = notice.alert();
        var data = alert == null
                ? new Data(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        notice.agency(),
                        null,
                        notice.reason().en(),
                        null)
                : new Data(
                        alert.alertId(),
                        alert.pilotId(),
                        alert.rule(),
                        alert.severity().name(),
                        alert.level(),
                        alert.state().name(),
                        notice.agency(),
                        notice.revision(),
                        null,
                        publicUrl + "/compliance-alert/api/v1/alerts/" + encoded(alert.alertId()));
        return new WebhookBody(notice.kind().type(), message.saidAt(), data);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
