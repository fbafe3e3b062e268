package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import io.pilotwatch.endtoend.faults.Client.Request;
import io.pilotwatch.local.App;
import io.pilotwatch.local.replay.Form;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What can go wrong, at whom a seed decides: each lasts until it has been felt, and is over then. */
final class Faults implements AutoCloseable {

    /** A fault lasts until this many requests have met it. */
    private static final int FELT = 40;

    private static final int COPIES = 40;
    private static final Duration LONGEST_FELT = Duration.ofSeconds(15);

    /** Programme days to which the clock jumps, over due days. */
    private static final List<String> DAYS = List.of("2022-06-01", "2022-07-02", "2022-07-09", "2022-08-01");

    /** Something that goes wrong and is over when it returns. */
    interface Body {
        void happen() throws Exception;
    }

    record Fault(String name, Body body) {}

    private final Fleet fleet;
    private final Load load;
    private final Client client;
    private final Random chance;
    private final Pilots.Pilot probed;
    private final Injector injector;
    private final Admin broker;
    private int days;
    private int disks;

    Faults(Fleet fleet, Load load, Injector injector, long seed) {
        this.fleet = fleet;
        this.load = load;
        this.client = load.client();
        this.probed = load.pilots().probed();
        this.injector = injector;
        this.chance = new Random(seed);
        this.broker = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, fleet.broker()));
    }

    /** Each kind once, at whomever chance picks. */
    List<Fault> eachKind() {
        var all = new ArrayList<Fault>();
        all.add(killed(anyReplica()));
        all.add(paused(anyReplica()));
        all.add(restarted(anyReplica()));
        all.add(cutFromDatabase(anyReplica()));
        all.add(cutFromClients(anyReplica()));
        all.add(killed("kafka"));
        all.add(killed("postgres"));
        all.add(paused(chance.nextBoolean() ? "kafka" : "postgres"));
        all.add(brokerCut());
        all.add(diskFull());
        all.add(copied());
        all.add(poisoned());
        Collections.shuffle(all, chance);
        return all;
    }

    /** Everything at every service, at one of its replicas. */
    List<Fault> everything() {
        var all = new ArrayList<Fault>();
        for (var app : App.values()) {
            all.add(killed(replica(app)));
            all.add(paused(replica(app)));
            all.add(restarted(replica(app)));
            all.add(cutFromDatabase(replica(app)));
            all.add(cutFromClients(replica(app)));
        }
        for (var component : List.of("kafka", "postgres")) {
            all.add(killed(component));
            all.add(paused(component));
            all.add(restarted(component));
        }
        all.add(brokerCut());
        all.add(diskFull());
        all.add(copied());
        all.add(poisoned());
        Collections.shuffle(all, chance);
        return all;
    }

    /** The clock jumps to the next of its days. */
    Fault clockJumps() {
        return new Fault("the clock jumps", () -> {
            fleet.awaitWhole();
            var day = DAYS.get(days++);
            fleet.step(Instant.parse(day + "T01:00:00Z"));
        });
    }

    int daysLeft() {
        return DAYS.size() - days;
    }

    private Replica anyReplica() {
        return replica(App.values()[chance.nextInt(App.values().length)]);
    }

    private Replica replica(App app) {
        return fleet.replicas(app).get(chance.nextInt(2));
    }

    private Fault killed(Replica replica) {
        return new Fault("kill -9 " + replica.name(), () -> {
            replica.kill();
            fleet.start(replica);
        });
    }

    /** Until the others have its partitions. */
    private Fault paused(Replica replica) {
        return new Fault("SIGSTOP " + replica.name() + " until the group is without it", () -> {
            fleet.awaitWhole();
            replica.signal("STOP");
            try {
                await().atMost(LONGEST_FELT.multipliedBy(2)).until(() -> members(replica.app()) == 1);
            } finally {
                replica.signal("CONT");
            }
        });
    }

    private Fault restarted(Replica replica) {
        return new Fault("graceful restart of " + replica.name(), () -> {
            replica.stop();
            fleet.start(replica);
        });
    }

    private Fault cutFromDatabase(Replica replica) {
        return new Fault(replica.name() + " cut off from its database", () -> whileCut(replica.database()));
    }

    private Fault cutFromClients(Replica replica) {
        return new Fault("clients cut off from " + replica.name(), () -> whileCut(replica.door()));
    }

    private Fault brokerCut() {
        return new Fault("all cut off from the broker", () -> whileCut(fleet.brokerCable()));
    }

    private void whileCut(Cable cable) {
        cable.cut();
        try {
            untilFelt();
        } finally {
            cable.mend();
        }
    }

    private Fault killed(String component) {
        return new Fault("kill -9 " + component, () -> {
            fleet.launcher().kill(component);
            untilFelt();
            fleet.startInfrastructure();
        });
    }

    private Fault paused(String component) {
        return new Fault("SIGSTOP " + component, () -> {
            fleet.launcher().pause(component);
            try {
                untilFelt();
            } finally {
                fleet.launcher().resume(component);
            }
        });
    }

    private Fault restarted(String component) {
        return new Fault("graceful restart of " + component, () -> {
            fleet.launcher().stop(component);
            fleet.startInfrastructure();
        });
    }

    private Fault copied() {
        return new Fault("copies of what was said, old and new, in the topics", () -> injector.copies(COPIES));
    }

    private Fault poisoned() {
        return new Fault("poison in the topics", () -> injector.poison(probed.id()));
    }

    /** A file cannot be taken and whoever sends it is told so; what needs no disk is done; then the file is taken. */
    private Fault diskFull() {
        var replica = fleet.onSmallDisk();
        return new Fault(
                "the disk of " + replica.name() + " fills (" + fleet.disk().kind() + ")", () -> {
                    var process = replica.process().orElseThrow();
                    var here = URI.create("http://127.0.0.1:" + replica.port());
                    var file = evidence("disk-" + disks++);
                    fleet.disk().fill(process);
                    try {
                        var refused = client.ask(file, here);
                        if (refused.status() != 503 || !refused.body().contains("STORAGE_FULL")) {
                            throw new AssertionError("a file that cannot be stored was answered with " + refused);
                        }
                        untilFelt();
                        load.probe(here);
                    } finally {
                        fleet.disk().free(process);
                    }
                    require201(client.ask(file, here));
                });
    }

    private Request evidence(String key) {
        var pdf = ("%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n" + "% ".repeat(200_000)
                        + "\ntrailer <</Root 1 0 R>>\n%%EOF\n" + key)
                .getBytes(StandardCharsets.US_ASCII);
        var form = new Form(
                Map.of("milestoneId", "m1", "kind", "document", "level", "DECLARED"),
                key + ".pdf",
                "application/pdf",
                pdf);
        return new Request(
                "milestone",
                "/milestone/api/v1/pilots/" + probed.id() + "/evidence",
                probed.team(),
                key,
                Form.contentType(),
                form.bytes(),
                null);
    }

    private static void require201(Client.Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("answered with " + answer);
        }
    }

    /** Until enough requests have met the fault, or a while where they all hang. */
    private void untilFelt() {
        long before = client.tries();
        long until = System.nanoTime() + LONGEST_FELT.toNanos();
        await().atMost(LONGEST_FELT.multipliedBy(2))
                .until(() -> client.tries() - before >= FELT || System.nanoTime() > until);
    }

    /** How many processes of a service share its partitions. */
    private int members(App app) throws ExecutionException, InterruptedException {
        return broker.describeConsumerGroups(List.of(app.folder()))
                .all()
                .get()
                .get(app.folder())
                .members()
                .size();
    }

    @Override
    public void close() {
        broker.close();
    }
}
