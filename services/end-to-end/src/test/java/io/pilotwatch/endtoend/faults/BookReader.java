package io.pilotwatch.endtoend.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.endtoend.faults.World.Book;
import io.pilotwatch.endtoend.faults.World.Promise;
import io.pilotwatch.endtoend.faults.World.Update;
import io.pilotwatch.local.ledger.VerifyLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Reads what milestone says of pilots: plans, updates and, of a sample, ledgers with the command that verifies them. */
final class BookReader {

    /** Ledgers to verify; each is two requests more. */
    private static final int SAMPLE = Integer.getInteger("pilotwatch.faults.ledgers", 300);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CLOSED = Set.of("REACHED", "CANCELLED");
    private static final List<String> WITH_LEDGERS = List.of("milestone", "compliance-alert");

    private final Api api;
    private final Path folder;

    BookReader(Api api) throws IOException {
        this.api = api;
        this.folder = Files.createTempDirectory("ledgers");
    }

    /** @param milestones by pilot, those whose history is read */
    Map<String, Book> read(Map<String, ? extends Collection<String>> milestones) throws Exception {
        for (var service : WITH_LEDGERS) {
            var keys = api.get(service, "/%s/api/v1/receipts/jwks.json".formatted(service));
            Files.write(keys(service), JSON.writeValueAsBytes(keys));
        }
        var sample = sample(milestones.keySet());
        return Api.each(milestones.keySet(), pilot -> book(pilot, milestones.get(pilot), sample.contains(pilot)));
    }

    private static Set<String> sample(Collection<String> pilots) {
        var shuffled = new ArrayList<>(pilots);
        Collections.shuffle(shuffled, new Random(pilots.size()));
        return new TreeSet<>(shuffled.subList(0, Math.min(SAMPLE, shuffled.size())));
    }

    private Book book(String pilot, Collection<String> milestones, boolean withLedger) {
        var promises = new ArrayList<Promise>();
        api.get("milestone", of(pilot) + "/task-book").path("milestones").forEach(m -> promises.add(promise(m)));
        // What was refused may name a milestone that there is not.
        var updates = promises.stream()
                .map(Promise::milestone)
                .filter(milestones::contains)
                .flatMap(m ->
                        api.all("milestone", "%s/milestones/%s/updates?limit=200".formatted(of(pilot), m)).stream())
                .map(BookReader::update)
                .toList();
        if (!withLedger) {
            return new Book(promises, updates, null, null);
        }
        var ledger = api.get("milestone", of(pilot) + "/ledger");
        return new Book(promises, updates, receipted(ledger), broken(pilot));
    }

    private static String of(String pilot) {
        return "/milestone/api/v1/pilots/" + pilot;
    }

    private static Promise promise(JsonNode milestone) {
        return new Promise(
                milestone.path("milestoneId").asText(),
                LocalDate.parse(milestone.path("due").asText()),
                milestone.path("deadlineVersion").asLong(),
                CLOSED.contains(milestone.at("/state/code").asText()),
                milestone.path("percent").asInt());
    }

    private static Update update(JsonNode update) {
        return new Update(
                update.path("pilotId").asText(),
                update.path("milestoneId").asText(),
                update.path("updateId").asText(),
                update.path("revision").asLong(),
                update.path("percent").asInt(),
                update.path("note").asText());
    }

    private static List<String> receipted(JsonNode ledger) {
        var ids = new ArrayList<String>();
        for (var jws : ledger.path("receipts")) {
            var payload = Base64.getUrlDecoder().decode(jws.asText().split("\\.")[1]);
            try {
                var receipt = JSON.readTree(payload);
                if (receipt.path("kind").asText().equals("update")) {
                    ids.add(receipt.at("/submission/update/updateId").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ids;
    }

    /** What the command says of the pilot's ledgers; null where they are whole. compliance-alert has none before an alert. */
    private String broken(String pilot) {
        for (var service : WITH_LEDGERS) {
            var ledger = api.find(service, "/%s/api/v1/pilots/%s/ledger".formatted(service, pilot));
            var verdict = ledger.map(whole -> verdict(pilot, service, whole)).orElse(null);
            if (verdict != null) {
                return service + ": " + verdict;
            }
        }
        return null;
    }

    private String verdict(String pilot, String service, JsonNode ledger) {
        var file = folder.resolve(service + "-" + pilot + ".json");
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Files.write(file, JSON.writeValueAsBytes(ledger));
            int code = VerifyLedger.run(List.of(file.toString(), keys(service).toString()), out);
            Files.delete(file);
            return code == 0 ? null : said.toString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path keys(String service) {
        return folder.resolve(service + "-jwks.json");
    }
}
