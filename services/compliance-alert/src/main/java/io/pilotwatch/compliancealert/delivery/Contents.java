package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Content;
import io.pilotwatch.compliancealert.delivery.core.Digests;
import io.pilotwatch.compliancealert.delivery.core.Digests.Entry;
import io.pilotwatch.compliancealert.delivery.core.Digests.Standing;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.compliancealert.delivery.core.Wording;
import io.pilotwatch.contracts.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a message says: the same on each try, since all of it was kept when it was planned. */
@ApplicationScoped
class Contents {

    private final DigestRows digests;
    private final HeartbeatRows heartbeats;
    private final MatterRows matters;
    private final Programme programme;
    private final String publicUrl;

    Contents(
            DigestRows digests,
            HeartbeatRows heartbeats,
            MatterRows matters,
            Programme programme,
            @ConfigProperty(name = "pilotwatch.public-url") String publicUrl) {
        this.digests = digests;
        this.heartbeats = heartbeats;
        this.matters = matters;
        this.programme = programme;
        this.publicUrl = publicUrl;
    }

    Content of(Message message) {
        return switch (message.notice().kind()) {
            case DIGEST -> digest(digests.of(message.deliveryId()));
            case HEARTBEAT -> heartbeat(message.notice().agency(), heartbeats.of(message.deliveryId()));
            default -> announcement(message);
        };
    }

    private Content announcement(Message message) {
        var notice = message.notice();
        var matter = notice.alert() == null
                ? null
                : matters.of(List.of(notice.alert())).get(notice.alert().alertId());
        return Wording.of(notice, matter, programme, publicUrl);
    }

    private Content digest(DigestRows.Made made) {
        var of = matters.of(made.notices().stream().map(n -> n.alert()).toList());
        var entries = made.notices().stream()
                .map(n -> new Entry(
                        n.kind(), n.alert(), n.reason(), of.get(n.alert().alertId())))
                .toList();
        return Digests.ofNews(entries, made.since(), made.expected(), made.late(), programme, publicUrl);
    }

    private Content heartbeat(String agency, HeartbeatRows.Beat beat) {
        var of = matters.of(beat.overdue());
        var standing = beat.overdue().stream()
                .map(alert -> new Standing(alert, of.get(alert.alertId())))
                .toList();
        return Digests.ofOverdue(standing, agency, beat.day(), programme, publicUrl);
    }
}
