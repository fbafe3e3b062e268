package io.pilotwatch.endtoend.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.endtoend.faults.World.About;
import io.pilotwatch.endtoend.faults.World.Alert;
import io.pilotwatch.endtoend.faults.World.Delivery;
import io.pilotwatch.endtoend.faults.World.Happening;
import io.pilotwatch.endtoend.faults.World.Letter;
import io.pilotwatch.endtoend.faults.World.Letters;
import io.pilotwatch.endtoend.faults.World.Place;
import io.pilotwatch.endtoend.faults.World.Shown;
import io.pilotwatch.endtoend.faults.World.Story;
import io.pilotwatch.endtoend.faults.World.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Reads the world by the APIs, the topics and the receiver, once everything has come to rest. */
final class WorldReader {

    /** compliance-alert recounts from time to time, as {@code PILOTWATCH_RECOUNT_EVERY} says. */
    private static final Duration UNTIL_RECOUNTED = Duration.ofMinutes(3);

    private static final Duration UNTIL_REBUILT = Duration.ofMinutes(10);
    private static final int SHORT_TIMELINE = 100;
    private static final String ALERTS = "/compliance-alert/api/v1/";

    private final Doors doors;
    private final Api api;

    WorldReader(Doors doors) {
        this.doors = doors;
        this.api = new Api(doors);
    }

    World read(List<Posted> posted, Receiver receiver) throws Exception {
        receiver.calm();
        var rest = new Rest(api);
        rest.awaitEvents();
        receiver.subscriptions().forEach(one -> rest.awaitDeliveries(one.id()));
        var atRest = Instant.now();
        var milestones = posted.stream()
                .collect(groupingBy(
                        Posted::pilot, TreeMap::new, mapping(Posted::milestone, toCollection(TreeSet::new))));
        return new World(
                now(),
                new BookReader(api).read(milestones),
                TopicReader.told(doors.broker()),
                Api.each(milestones.keySet(), this::story),
                watch(receiver, atRest),
                new Letters(desks(), TopicReader.letters(doors.broker())),
                rebuilt());
    }

    private Instant now() {
        var clock = api.operator("compliance-alert", "/q/clock").orElseThrow();
        return OffsetDateTime.parse(clock.path("instant").asText()).toInstant();
    }

    private Story story(String pilot) {
        var view = api.get("reporting", "/reporting/api/v1/pilots/" + pilot);
        var percents = new HashMap<String, Integer>();
        view.path("milestones")
                .forEach(m -> percents.put(
                        m.path("milestoneId").asText(), m.path("percent").asInt()));
        var alerts = new ArrayList<Shown>();
        for (var list : List.of("openAlerts", "clearedAlerts")) {
            view.path(list)
                    .forEach(a -> alerts.add(new Shown(
                            a.path("alertId").asText(), a.at("/state/code").asText())));
        }
        return new Story(timeline(pilot, view), percents, alerts);
    }

    /** A short one comes with the pilot. */
    private List<Happening> timeline(String pilot, JsonNode view) {
        var newestFirst = view.path("timelineTotal").asLong() <= SHORT_TIMELINE
                ? StreamSupport.stream(view.path("timeline").spliterator(), false)
                        .toList()
                : api.all("reporting", "/reporting/api/v1/pilots/%s/timeline?limit=200".formatted(pilot));
        return newestFirst.reversed().stream()
                .map(e ->
                        new Happening(e.path("eventId").asText(), e.path("type").asText()))
                .toList();
    }

    private Watch watch(Receiver receiver, Instant atRest) {
        var alerts = api.all("compliance-alert", ALERTS + "alerts?limit=200").stream()
                .map(WorldReader::alert)
                .toList();
        var deliveries = receiver.subscriptions().stream()
                .map(one -> ALERTS + "subscriptions/" + one.id() + "/deliveries?limit=200")
                .flatMap(path -> api.all("compliance-alert", path).stream())
                .map(WorldReader::delivery)
                .toList();
        var agencies = receiver.subscriptions().stream()
                .map(Receiver.Subscription::agency)
                .collect(toSet());
        return new Watch(alerts, recount(atRest), agencies, deliveries, receiver.received());
    }

    private static Alert alert(JsonNode alert) {
        return new Alert(
                alert.path("alertId").asText(),
                alert.path("pilotId").asText(),
                alert.at("/rule/code").asText(),
                alert.path("subject").asText(),
                alert.path("revision").asLong(),
                alert.path("level").asInt(),
                alert.at("/state/code").asText(),
                Instant.parse(alert.path("raisedAt").asText()),
                alert.hasNonNull("muted"),
                StreamSupport.stream(alert.path("addressees").spliterator(), false)
                        .map(addressee -> addressee.path("agency").asText())
                        .toList());
    }

    private static Delivery delivery(JsonNode delivery) {
        return new Delivery(
                delivery.path("deliveryId").asText(),
                new About(
                        delivery.path("agency").asText(),
                        delivery.path("alertId").asText(),
                        delivery.path("alertRevision").asLong()),
                delivery.path("kind").asText(),
                delivery.path("state").asText());
    }

    /** The next one after everything has come to rest. */
    private List<String> recount(Instant atRest) {
        var next = await().atMost(UNTIL_RECOUNTED)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> api.find("compliance-alert", ALERTS + "recount"),
                        last -> last.isPresent()
                                && Instant.parse(last.get().path("at").asText()).isAfter(atRest))
                .orElseThrow();
        var examples = new ArrayList<String>();
        if (next.path("differences").asInt() > 0) {
            next.path("examples").forEach(example -> examples.add(example.asText()));
        }
        return examples;
    }

    private List<Letter> desks() {
        var letters = new ArrayList<Letter>();
        for (var service : doors.managementPorts().keySet()) {
            var path = "/q/dead-letters?limit=200";
            while (path != null) {
                var page = api.operator(service, path).orElseThrow();
                page.path("items").forEach(letter -> letters.add(letter(service, letter)));
                path = page.path("next").textValue();
            }
        }
        return letters;
    }

    private static Letter letter(String service, JsonNode letter) {
        var place = new Place(
                letter.path("topic").asText(),
                letter.path("partition").asInt(),
                letter.path("offset").asLong());
        return new Letter(service, place, letter.path("reason").asText());
    }

    private List<String> rebuilt() {
        long id = api.operatorPosts("reporting", "/q/rebuild")
                .orElseThrow()
                .path("rebuildId")
                .asLong();
        var rebuild = await().atMost(UNTIL_REBUILT)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> api.operator("reporting", "/q/rebuild").orElseThrow(),
                        now -> now.path("rebuildId").asLong() >= id
                                && !now.path("endedAt").isNull());
        var why = new ArrayList<String>();
        if (!rebuild.path("equal").asBoolean()) {
            why.add("differences %s, failure %s".formatted(rebuild.path("differences"), rebuild.path("failure")));
            rebuild.path("found").forEach(difference -> why.add(difference.toString()));
        }
        return why;
    }
}
