package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Examples;
import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Language;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Preferences;
import io.pilotwatch.compliancealert.delivery.core.Subscription.State;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.WallClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Subscriptions, pilots and notices of the tests. The agency is one of which no other test speaks. */
@ApplicationScoped
class Scene {

    static final String AGENCY = "safe";

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private final List<Subscription> made = new ArrayList<>();
    private final SubscriptionRows subscriptions;
    private final Deliveries deliveries;
    private final Sql sql;
    private final Ids ids;
    private final WallClock wall;
    private final ObjectMapper mapper;

    Scene(
            SubscriptionRows subscriptions,
            Deliveries deliveries,
            Sql sql,
            Ids ids,
            WallClock wall,
            ObjectMapper mapper) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.sql = sql;
        this.ids = ids;
        this.wall = wall;
        this.mapper = mapper;
    }

    static String newAddress() {
        return "duty" + NUMBER.incrementAndGet() + "@safe.example";
    }

    Subscription subscribe(ChannelKind channel, String target, Timing timing, Language language, boolean heartbeat) {
        var preferences = new Preferences(List.of(), Severity.INFO, List.of(), timing, language, heartbeat);
        var subscription = new Subscription(
                ids.next(),
                1,
                "regulator-cross-border-finance",
                AGENCY,
                channel,
                target,
                preferences,
                null,
                State.ACTIVE,
                null,
                wall.now());
        QuarkusTransaction.requiringNew().run(() -> subscriptions.save(subscription));
        made.add(subscription);
        return subscription;
    }

    Subscription byMail(String address, Timing timing, Language language) {
        return subscribe(ChannelKind.EMAIL, address, timing, language, false);
    }

    /** Those made so far hear of nothing that comes after. */
    void over() {
        QuarkusTransaction.requiringNew()
                .run(() -> made.stream()
                        .flatMap(s -> subscriptions.find(s.id()).stream())
                        .forEach(s -> subscriptions.save(s.deleted())));
        made.clear();
    }

    /** A new pilot of cross-border finance. */
    String pilot(String organisation) {
        var pilotId = "BP-" + NUMBER.incrementAndGet();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.write(
                        "insert into pilot_facts (pilot_id, organisation, fields, synthetic, facts, delegates, region)"
                                + " values (?, ?, array['cross-border-finance'], true, ?::jsonb, '{}', '')",
                        pilotId,
                        organisation,
                        facts(pilotId)));
        return pilotId;
    }

    /** One milestone, m1, and no word of the pilot itself, so that no rule speaks of it. */
    private String facts(String pilotId) {
        var due = LocalDate.parse("2022-11-23");
        var m1 = new Milestone(
                "m1", 1, new Text("上线", "Live"), due, due, 1, 100, true, MilestoneState.PLANNED, 0, null, null, null);
        var promise = Map.of("milestone", m1, "since", Examples.PROGRAMME.startOf(due.minusDays(100)));
        try {
            return mapper.writeValueAsString(
                    Map.of("pilotId", pilotId, "milestones", Map.of("m1", promise), "flags", Map.of()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Alert overdue(String pilotId) {
        return Examples.overdue(pilotId, Severity.WARNING, "2022-11-30");
    }

    static Notice raised(String pilotId) {
        var alert = overdue(pilotId);
        return new Notice(Kind.RAISED, alert, 1, AGENCY, alert.text());
    }

    static Notice cleared(String pilotId, Text reason) {
        return new Notice(Kind.CLEARED, overdue(pilotId), 2, AGENCY, reason);
    }

    void tell(Notice notice, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> deliveries.plan(List.of(notice), at));
    }

    void tell(Notice notice) {
        tell(notice, Examples.PROGRAMME.startOf(LocalDate.parse("2022-11-30")));
    }

    long count(String query, Object... parameters) {
        return sql.read(query, row -> row.getLong(1), parameters).getFirst();
    }

    void write(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> sql.write(statement, parameters));
    }

    /** In the caller's transaction. */
    void writeHere(String statement, Object... parameters) {
        sql.write(statement, parameters);
    }

    List<String> texts(String query, Object... parameters) {
        return sql.read(query, row -> row.getString(1), parameters);
    }
}
