package io.pilotwatch.endtoend.faults;

import static java.util.stream.Collectors.groupingBy;

import io.pilotwatch.endtoend.faults.Injected.Poison;
import io.pilotwatch.endtoend.faults.World.Letter;
import io.pilotwatch.endtoend.faults.World.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Poison lies with its reason at the desk of each service that hears its topic, and in the dead-letter topic; nothing else does. */
final class LettersCheck {

    private record Where(String service, Place place) {}

    private final Findings findings;
    private final Map<Where, List<Letter>> desks;
    private final Map<Where, List<Letter>> sent;

    private LettersCheck(World world, Findings findings) {
        this.findings = findings;
        this.desks = by(world.letters().desks());
        this.sent = by(world.letters().sent());
    }

    private static Map<Where, List<Letter>> by(List<Letter> letters) {
        return letters.stream().collect(groupingBy(letter -> new Where(letter.service(), letter.place())));
    }

    static void judge(World world, Injected injected, Findings findings) {
        var check = new LettersCheck(world, findings);
        findings.count("poison", injected.poison().size());
        findings.count("dead letters", world.letters().desks().size());
        var expected = new HashSet<Where>();
        for (var poison : injected.poison()) {
            poison.givenUpBy().forEach((service, reason) -> {
                var where = new Where(service, poison.place());
                expected.add(where);
                check.lies(poison, where, reason);
            });
        }
        check.nothingElse(expected);
    }

    private void lies(Poison poison, Where where, String reason) {
        var here = desks.getOrDefault(where, List.of());
        if (here.size() != 1) {
            findings.wrong(
                    "%s: %s is at the desk %d times: %s.", where.service(), poison.kind(), here.size(), where.place());
        }
        if (!sent.containsKey(where)) {
            findings.wrong(
                    "%s: %s was not put into the dead-letter topic: %s.",
                    where.service(), poison.kind(), where.place());
        }
        for (var letter : here) {
            if (letter.reason().isBlank()
                    || letter.reason().equals("null")
                    || !letter.reason().contains(reason)) {
                findings.wrong(
                        "%s: the reason of %s should say “%s” and says “%s”.",
                        where.service(), poison.kind(), reason, letter.reason());
            }
        }
    }

    private void nothingElse(Set<Where> expected) {
        desks.keySet().stream()
                .filter(where -> !expected.contains(where))
                .forEach(where -> findings.wrong(
                        "%s: a dead letter that nobody put there: %s “%s”.",
                        where.service(),
                        where.place(),
                        desks.get(where).getFirst().reason()));
        sent.keySet().stream()
                .filter(where -> !expected.contains(where))
                .forEach(where -> findings.wrong(
                        "%s: a record in the dead-letter topic that nobody put there: %s.",
                        where.service(), where.place()));
    }
}
