package io.pilotwatch.endtoend.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.endtoend.faults.World.Book;
import io.pilotwatch.endtoend.faults.World.Told;
import io.pilotwatch.endtoend.faults.World.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every accepted update is once in milestone, in the topic, in the ledger and in what reporting shows, in the order in which
 * it was posted; every refused one nowhere.
 */
final class UpdatesCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Where(String pilot, String milestone) {
        static Where of(Posted posted) {
            return new Where(posted.pilot(), posted.milestone());
        }

        static Where of(Update update) {
            return new Where(update.pilot(), update.milestone());
        }

        @Override
        public String toString() {
            return pilot + " " + milestone;
        }
    }

    private final World world;
    private final Findings findings;
    private final Map<Where, List<Posted>> accepted;
    private final Map<String, Posted> byNote = new HashMap<>();

    private UpdatesCheck(World world, List<Posted> posted, Findings findings) {
        this.world = world;
        this.findings = findings;
        this.accepted =
                posted.stream().filter(Posted::accepted).collect(groupingBy(Where::of, LinkedHashMap::new, toList()));
        posted.forEach(one -> byNote.put(one.note(), one));
    }

    /** {@code told}: each event once, without what was injected. */
    static void judge(World world, List<Posted> posted, List<Told> told, Findings findings) {
        var check = new UpdatesCheck(world, posted, findings);
        findings.count("posted", posted.size());
        findings.count("tries", posted.stream().mapToLong(Posted::tries).sum());
        findings.count("accepted", posted.stream().filter(Posted::accepted).count());
        check.stored();
        check.told(told);
        check.receipted();
        check.shown();
    }

    private void stored() {
        var stored = world.books().values().stream()
                .map(Book::updates)
                .flatMap(List::stream)
                .toList();
        same("milestone's history", stored);
        findings.count("updates in milestone", stored.size());
    }

    private void told(List<Told> told) {
        var updates = told.stream()
                .filter(one -> one.update() != null)
                .map(Told::update)
                .toList();
        same("the topic", updates);
        findings.count("updates in the topic", updates.size());
    }

    /** That these are the accepted ones, each once and in the order in which they were posted. */
    private void same(String place, List<Update> there) {
        once(place, there);
        var found = there.stream().collect(groupingBy(Where::of, toList()));
        accepted.forEach((where, posted) -> {
            var here = found.getOrDefault(where, List.of());
            complete(place, posted, here);
            ordered(place, where, posted, here);
        });
    }

    private void once(String place, List<Update> there) {
        var notes = new HashSet<String>();
        for (var update : there) {
            var posted = byNote.get(update.note());
            if (posted == null) {
                findings.wrong(
                        "%s: an update that nobody posted is in %s: %s", update.pilot(), place, update.updateId());
            } else if (!posted.accepted()) {
                findings.wrong(
                        "%s: update “%s” was refused with %d and is in %s.",
                        update.pilot(), update.note(), posted.status(), place);
            } else if (!notes.add(update.note())) {
                findings.wrong("%s: update “%s” is in %s more than once.", update.pilot(), update.note(), place);
            }
        }
    }

    private void complete(String place, List<Posted> posted, List<Update> here) {
        var byNote = new HashMap<String, Update>();
        here.forEach(update -> byNote.put(update.note(), update));
        for (var one : posted) {
            var update = byNote.get(one.note());
            if (update == null) {
                findings.wrong("%s: update “%s” was accepted and is not in %s.", one.pilot(), one.note(), place);
            } else if (update.percent() != one.percent() || !update.updateId().equals(updateId(one))) {
                findings.wrong(
                        "%s: update “%s” was accepted as %d %% under %s and is in %s as %d %% under %s.",
                        one.pilot(),
                        one.note(),
                        one.percent(),
                        updateId(one),
                        place,
                        update.percent(),
                        update.updateId());
            }
        }
    }

    /** By position and by revision. */
    private void ordered(String place, Where where, List<Posted> posted, List<Update> here) {
        var wanted = posted.stream().map(Posted::note).toList();
        var notes = here.stream().map(Update::note).distinct().toList();
        // What is missing or too much was said already.
        var common = new HashSet<>(wanted);
        common.retainAll(notes);
        if (!wanted.stream()
                .filter(common::contains)
                .toList()
                .equals(notes.stream().filter(common::contains).toList())) {
            findings.wrong("%s: the updates are in another order in %s than they were posted in.", where, place);
        }
        for (int i = 1; i < here.size(); i++) {
            if (here.get(i).revision() <= here.get(i - 1).revision()) {
                findings.wrong(
                        "%s: revision %d comes after revision %d in %s.",
                        where, here.get(i).revision(), here.get(i - 1).revision(), place);
            }
        }
    }

    private void receipted() {
        world.books().forEach((pilot, book) -> {
            if (book.broken() != null) {
                findings.wrong("%s: its ledger is not whole: %s", pilot, book.broken());
            }
            if (book.receipted() != null) {
                findings.count("ledgers", 1);
                receipted(pilot, book.receipted());
            }
        });
    }

    /** In any order of the milestones, but each once. */
    private void receipted(String pilot, List<String> receipts) {
        var wanted = new ArrayList<String>();
        accepted.forEach((where, posted) -> {
            if (where.pilot().equals(pilot)) {
                posted.forEach(one -> wanted.add(updateId(one)));
            }
        });
        var times = receipts.stream().collect(groupingBy(id -> id, counting()));
        for (var id : wanted) {
            long found = times.getOrDefault(id, 0L);
            if (found != 1) {
                findings.wrong("%s: the ledger has %d receipts for update %s.", pilot, found, id);
            }
        }
        receipts.stream()
                .filter(id -> !wanted.contains(id))
                .forEach(id ->
                        findings.wrong("%s: the ledger has a receipt for %s, which was not accepted.", pilot, id));
    }

    /** The latest of each milestone is what both show of it now. */
    private void shown() {
        accepted.forEach((where, posted) -> {
            int last = posted.getLast().percent();
            var book = world.books().get(where.pilot());
            var promise = book == null
                    ? null
                    : book.promises().stream()
                            .filter(p -> p.milestone().equals(where.milestone()))
                            .findFirst()
                            .orElse(null);
            if (promise == null || promise.percent() != last) {
                findings.wrong(
                        "%s: milestone shows %s %%, the last accepted update said %d %%.",
                        where, promise == null ? null : promise.percent(), last);
            }
            var story = world.stories().get(where.pilot());
            var percent = story == null ? null : story.percents().get(where.milestone());
            if (percent == null || percent != last) {
                findings.wrong("%s: reporting shows %s %%, the last accepted update said %d %%.", where, percent, last);
            }
        });
    }

    private static String updateId(Posted posted) {
        try {
            return JSON.readTree(posted.answer()).path("updateId").asText();
        } catch (JsonProcessingException e) {
            return "nothing readable";
        }
    }
}
