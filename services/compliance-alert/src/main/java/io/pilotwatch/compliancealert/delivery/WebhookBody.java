package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Nullable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a webhook posts: that something happened, and where to read what. Under 20 kB however much there is to say.
 *
 * @param type such as {@code alert.raised}
 * @param timestamp when it happened, by the programme clock
 */
record WebhookBody(String type, Instant timestamp, Data data) {

    /** About what. */
    sealed interface Data {}

    /** About one alert; {@code href} is where to read all of it. */
    record OfAlert(
            String alertId,
            String pilotId,
            String rule,
            String severity,
            int level,
            String state,
            String agency,
            long revision,
            String href)
            implements Data {}

    /** About no alert; {@code reason} tells the endpoint's owner, in English, what it is about. */
    record OfReason(String agency, String reason) implements Data {}

    /**
     * About several alerts.
     *
     * @param day for which a digest or a daily report is
     * @param late whether a digest had to be caught up; absent from a daily report
     * @param count how many alerts it is about
     * @param alerts the first fifty of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfAlerts(String agency, LocalDate day, @Nullable Boolean late, int count, List<Brief> alerts)
            implements Data {}

    /** One of several alerts; {@code type} says what happened to it, and is absent where it only stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Brief(@Nullable String type, String alertId, String pilotId, String rule, String severity, int level) {}

    /** As many as fit 20 kB. */
    private static final int MOST = 50;

    static WebhookBody of(Message message, String publicUrl) {
        var notice = message.notice();
        var data = notice.alert() == null
                ? new OfReason(notice.agency(), notice.reason().en())
                : of(notice.alert(), notice.agency(), notice.revision(), publicUrl);
        return new WebhookBody(notice.kind().type(), message.saidAt(), data);
    }

    private static OfAlert of(Alert alert, String agency, long revision, String publicUrl) {
        return new OfAlert(
                alert.alertId(),
                alert.pilotId(),
                alert.rule(),
                alert.severity().name(),
                alert.level(),
                alert.state().name(),
                agency,
                revision,
                publicUrl + "/compliance-alert/api/v1/alerts/" + encoded(alert.alertId()));
    }

    static WebhookBody of(Message message, DigestRows.Made digest) {
        var alerts = digest.notices().stream()
                .map(notice -> brief(notice.kind().type(), notice.alert()))
                .toList();
        return of(message, digest.expected(), digest.late(), alerts);
    }

    static WebhookBody of(Message message, HeartbeatRows.Beat beat) {
        var alerts = beat.overdue().stream().map(alert -> brief(null, alert)).toList();
        return of(message, beat.day(), null, alerts);
    }

    private static WebhookBody of(Message message, LocalDate day, @Nullable Boolean late, List<Brief> alerts) {
        var notice = message.notice();
        var first = alerts.subList(0, Math.min(MOST, alerts.size()));
        var data = new OfAlerts(notice.agency(), day, late, alerts.size(), first);
        return new WebhookBody(notice.kind().type(), message.saidAt(), data);
    }

    private static Brief brief(@Nullable String type, Alert alert) {
        return new Brief(
                type,
                alert.alertId(),
                alert.pilotId(),
                alert.rule(),
                alert.severity().name(),
                alert.level());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
