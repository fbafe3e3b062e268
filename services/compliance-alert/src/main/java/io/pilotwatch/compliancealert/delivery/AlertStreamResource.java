package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.AlertStream.Event;
import io.pilotwatch.compliancealert.delivery.AlertStream.Heartbeat;
import io.pilotwatch.compliancealert.delivery.AlertStream.Item;
import io.pilotwatch.compliancealert.delivery.AlertStream.Reset;
import io.pilotwatch.compliancealert.delivery.StreamRows.Happened;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.LiveStream;
import io.pilotwatch.platform.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Collections;
import java.util.Map;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Alerts as they happen, for a screen that stays open. */
@Path("/compliance-alert/api/v1/alerts/stream")
public class AlertStreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final AlertStream stream;
    private final StreamPreferences preferences;
    private final Callers callers;
    private final Programme programme;
    private final LiveStream live;

    AlertStreamResource(
            AlertStream stream, StreamPreferences preferences, Callers callers, Programme programme, LiveStream live) {
        this.stream = stream;
        this.preferences = preferences;
        this.callers = callers;
        this.programme = programme;
        this.live = live;
    }

    /**
     * What happens to the alerts that the caller may see, from now on or after {@code Last-Event-ID}: server-sent events
     * {@code alert.raised}, {@code alert.acknowledged} … with a {@link StreamedAlert} each. Each event comes once, in the
     * order of its id. A comment comes every fifteen seconds when nothing else does. A {@code reset} comes first where what
     * was missed is no longer kept: the list is then to be read anew. It ends with the token; whoever then asks again with
     * the last id misses nothing.
     *
     * @param lastEventId for who cannot set the header
     * @param subscriptionId of the caller's own, whose rules, severity and fields are then all that is told
     * @return 400 BAD_PARAMETER for an id that there cannot be, 404 NOT_FOUND for a subscription that there is not, 406
     *     STREAM_NOT_ASKED_FOR without {@code Accept: text/event-stream}
     */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Multi<OutboundSseEvent> listen(
            @HeaderParam(LAST_EVENT_ID) String lastEventIdHeader,
            @QueryParam("lastEventId") String lastEventId,
            @QueryParam("subscriptionId") String subscriptionId,
            @Context HttpHeaders headers,
            @Context Sse sse) {
        var caller = callers.current();
        var wanted = visible(caller).and(preferences.of(caller, subscriptionId));
        var asked = lastEventIdHeader == null ? lastEventId : lastEventIdHeader;
        return live.of(stream.from(position(asked), wanted).map(item -> event(item, sse)), headers);
    }

    /** As the list of alerts decides it. */
    private Predicate<Happened> visible(Caller caller) {
        var agencies = caller.agencies(programme);
        return h -> caller.maySee(h.pilot()) || !Collections.disjoint(agencies, h.agencies());
    }

    private static OutboundSseEvent event(Item item, Sse sse) {
        var event = sse.newEventBuilder().id(Long.toString(item.position()));
        return switch (item) {
            case Event(var position, var happened) ->
                event.name(happened.type())
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(StreamedAlert.class, happened.alert())
                        .build();
            case Heartbeat heartbeat -> event.comment("").build();
            case Reset reset ->
                event.name("reset")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(Map.class, Map.of("keptAfter", reset.floor(), "latest", reset.position()))
                        .build();
        };
    }

    private static @Nullable Long position(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        if (!id.matches("\\d{1,18}")) {
            throw Problem.badParameter(
                    LAST_EVENT_ID,
                    new Text("Last-Event-ID 应为此前事件的编号。", "Last-Event-ID is the id of an event of this stream."));
        }
        return Long.valueOf(id);
    }
}
