package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.endtoend.faults.Client.Answer;
import io.pilotwatch.endtoend.faults.Client.Request;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Teams that report on their pilots, one update of a pilot after the other and many pilots at once, each update under its
 * own key until it is known what became of it. Some say what must be refused.
 */
final class Load implements AutoCloseable {

    private static final int TEAMS_AT_ONCE = 32;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** One in twelve is to be refused. */
    private static final int REFUSED = 12;

    /** What is wrong with an update, and the answer to that. */
    private enum Wrong {
        NOTHING(201),
        PERCENT(400),
        FOREIGN(403),
        MILESTONE(404),
        STALE(412);

        private final int status;

        Wrong(int status) {
            this.status = status;
        }
    }

    /** An update on its way, with what was heard of it. */
    private record Update(String milestone, int percent, String note, Wrong wrong, Request request, Instant firstAt) {}

    private final Queue queue = new Queue();
    private final List<Posted> posted = Collections.synchronizedList(new ArrayList<>());
    private final List<String> surprises = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> teams = new ArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Pilots pilots;
    private final Client client;
    private final Size size;
    private final BufferedWriter log;
    private final Teller probing;
    private volatile boolean going = true;
    private volatile boolean closed;

    /**
     * How much of it.
     *
     * @param updates of each pilot that are accepted, at least
     * @param rate of updates a second, at most
     */
    record Size(int pilots, int updates, int rate, long seed) {}

    Load(Pilots pilots, Client client, Size size) throws IOException {
        this.pilots = pilots;
        this.client = client;
        this.size = size;
        var file = Path.of("target/faults/posted-" + size.seed() + ".jsonl");
        Files.createDirectories(file.getParent());
        this.log = Files.newBufferedWriter(file);
        this.probing = new Teller(pilots.probed());
    }

    /** Returns at once; goes on until {@link #finish}. */
    void begin() {
        for (var pilot : pilots.all()) {
            queue.add(new Teller(pilot));
        }
        busy.set(pilots.all().size());
        for (int i = 0; i < TEAMS_AT_ONCE; i++) {
            teams.add(Thread.ofVirtual().name("team-" + i).start(this::work));
        }
    }

    /** Whether some pilots have not said all that they are to say. */
    boolean goesOn() {
        return posted.stream().filter(Posted::accepted).count() < (long) size.updates() * size.pilots();
    }

    /** Returns when each pilot has said what it was to say, and it is known what became of all that was said. */
    void finish() {
        going = false;
        await("the last updates").atMost(PATIENCE.multipliedBy(4)).until(() -> busy.get() == 0);
    }

    Client client() {
        return client;
    }

    Pilots pilots() {
        return pilots;
    }

    /** All whose fate is known. */
    List<Posted> posted() {
        synchronized (posted) {
            return List.copyOf(posted);
        }
    }

    /** Definite answers other than those that were due. */
    List<String> surprises() {
        synchronized (surprises) {
            return List.copyOf(surprises);
        }
    }

    /** Posts one more update of the pilot that is kept for this; the note by which it can be found. */
    String probe() {
        var update = probing.update(Wrong.NOTHING);
        var tries = new AtomicInteger();
        await("a fresh update").atMost(PATIENCE).until(() -> tryOnce(update, tries.incrementAndGet(), client::ask));
        return update.note();
    }

    /** The same, once and at this replica, which has to take it. */
    void probe(URI replica) {
        var update = probing.update(Wrong.NOTHING);
        if (!tryOnce(update, 1, request -> client.ask(request, replica))) {
            throw new AssertionError(replica + " did not take " + update);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (var team : teams) {
            team.interrupt();
        }
        log.close();
    }

    private void work() {
        try {
            while (!closed) {
                var teller = queue.poll(1, TimeUnit.SECONDS);
                if (teller != null) {
                    teller.sayOnce();
                }
            }
        } catch (InterruptedException | IllegalStateException e) {
            if (!closed) {
                surprises.add("a team went away: " + e);
            }
        }
    }

    /** Whether it is known now what became of it. */
    private boolean tryOnce(Update update, int tries, Function<Request, Answer> ask) {
        var answer = ask.apply(update.request());
        if (answer.isDefinite()) {
            note(update, answer, tries);
        }
        return answer.isDefinite();
    }

    private void note(Update update, Answer answer, int tries) {
        var path = update.request().path().split("/");
        var fate = new Posted(
                path[5],
                update.milestone(),
                update.request().key(),
                update.percent(),
                update.note(),
                answer.status(),
                answer.body(),
                tries);
        posted.add(fate);
        if (answer.status() != update.wrong().status) {
            surprises.add(update.wrong() + ": " + fate);
        }
        var line = mapper.convertValue(fate, LinkedHashMap.class);
        line.put("firstAt", update.firstAt().toString());
        line.put("lastAt", Instant.now().toString());
        write(line);
    }

    private synchronized void write(Map<?, ?> line) {
        try {
            log.write(mapper.writeValueAsString(line));
            log.newLine();
            log.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whose turn it is next. */
    private static final class Queue extends DelayQueue<Teller> {}

    /** One pilot's team: what it has said, what it is saying, and when it tries next. */
    private final class Teller implements Delayed {

        private final Pilots.Pilot pilot;
        private final Random chance;
        private int said;
        private int accepted;
        private int tries;
        private Update saying;
        private long next;

        private Teller(Pilots.Pilot pilot) {
            this.pilot = pilot;
            this.chance = new Random(size.seed() ^ pilot.id().hashCode());
            // Not all in the first second.
            this.next = System.nanoTime() + chance.nextLong(1 + pace());
        }

        private long pace() {
            return Duration.ofSeconds(size.pilots()).toNanos() / size.rate();
        }

        private void sayOnce() {
            if (saying == null) {
                var wrongs = Wrong.values();
                saying = update(
                        chance.nextInt(REFUSED) == 0 ? wrongs[1 + chance.nextInt(wrongs.length - 1)] : Wrong.NOTHING);
                tries = 0;
            }
            tries++;
            if (!tryOnce(saying, tries, client::ask)) {
                again(Math.min(LONGEST_PAUSE.toNanos(), 50_000_000L << Math.min(tries, 6)));
                return;
            }
            accepted += saying.wrong() == Wrong.NOTHING ? 1 : 0;
            saying = null;
            if (going || accepted < size.updates()) {
                again(pace());
            } else {
                busy.decrementAndGet();
            }
        }

        private void again(long nanos) {
            next = System.nanoTime() + nanos;
            queue.add(this);
        }

        private Update update(Wrong wrong) {
            said++;
            int percent = wrong == Wrong.PERCENT ? 101 : Math.min(95, 1 + said * 3);
            var milestone = wrong == Wrong.MILESTONE ? "m99" : "m" + (1 + said % 3);
            var note = "f-%d-%s-%d".formatted(size.seed(), pilot.id(), said);
            var body = Map.of("percent", percent, "note", note);
            var json = client.json(
                    "milestone",
                    "/milestone/api/v1/pilots/" + pilot.id() + "/milestones/" + milestone + "/updates",
                    wrong == Wrong.FOREIGN ? pilots.stranger(pilot) : pilot.team(),
                    note,
                    body);
            var request = new Request(
                    json.service(),
                    json.path(),
                    json.user(),
                    json.key(),
                    json.type(),
                    json.body(),
                    wrong == Wrong.STALE ? "\"999999\"" : null);
            return new Update(milestone, percent, note, wrong, request, Instant.now());
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(next - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
