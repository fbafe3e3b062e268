package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that judge what a team has done. No end of the pilot makes it undone. */
final class ConductRules {

    private ConductRules() {}

    /** At once, when another pilot has attached the very same file; no fact takes that back. */
    static Stream<Plan> evidenceShared(Case of) {
        return of.dossier().shared().entrySet().stream().map(entry -> {
            var shared = entry.getValue();
            var others = String.join(", ", shared.otherPilots());
            var since = of.since(shared.since());
            var day = of.programme().dayOf(since);
            return Plan.of(
                            "evidence:" + entry.getKey(),
                            1,
                            since,
                            of.thresholds(),
                            t -> of.after(day, t),
                            _ -> new Text(
                                    "佐证材料“%s”与其他试点（%s）的文件完全相同。".formatted(shared.fileName(), others),
                                    "The file “%s” is the very same as one that other pilots (%s) attached."
                                            .formatted(shared.fileName(), others)))
                    .from("otherPilots", others);
        });
    }

    /** A posting with words that a person must look at, as a whole, whatever the number of categories. */
    static Stream<Plan> prohibited(Case of) {
        return of.facts().flags().values().stream()
                .filter(flag -> grade(flag) > 0)
                .collect(Collectors.groupingBy(f -> f.subject() + " " + f.revision()))
                .values()
                .stream()
                .map(flags -> prohibited(of, flags));
    }

    private static Plan prohibited(Case of, List<Flag> flags) {
        var first = flags.getFirst();
        int grade = flags.stream().mapToInt(ConductRules::grade).max().orElse(0);
        return Plan.of(
                        first.subject(),
                        first.revision(),
                        of.since(since(flags, 1)),
                        of.crossed(t -> grade >= t.at()),
                        t -> since(flags, t.at()),
                        _ -> prohibitedText(flags))
                .from("grade", grade)
                .from(
                        "flags",
                        flags.stream().map(f -> f.flag().flagId()).sorted().collect(Collectors.joining(" ")));
    }

    /** When the first of them had this grade: a person's word raises it when it is spoken. */
    private static Instant since(List<Flag> flags, int grade) {
        return flags.stream()
                .filter(flag -> grade(flag) >= grade)
                .map(flag -> grade(flag.flag().outcome()) >= grade
                        ? flag.knownSince()
                        : flag.verdict().at())
                .min(Comparator.naturalOrder())
                .orElse(flags.getFirst().knownSince());
    }

    /** 2 for plain words or a person's word, 1 for words that a person must judge, 0 for a mention or what is over. */
    static int grade(Flag flag) {
        return switch (flag.state()) {
            case CONFIRMED -> 2;
            case DISMISSED, NO_LONGER_FOUND -> 0;
            case FOUND -> grade(flag.flag().outcome());
        };
    }

    private static int grade(ConductOutcome outcome) {
        return switch (outcome) {
            case ALERT -> 2;
            case REVIEW -> 1;
            case MENTION -> 0;
        };
    }

    static Text prohibitedClearing(Facts facts, Programme programme, Alert alert) {
        var flags = facts.flags().values().stream()
                .filter(flag -> flag.subject().equals(alert.subject()) && flag.revision() == alert.deadlineVersion())
                .toList();
        var dismissed = flags.stream()
                .filter(flag -> flag.state() == ConductState.DISMISSED)
                .map(flag -> flag.verdict().reason())
                .distinct()
                .toList();
        if (!dismissed.isEmpty()) {
            return new Text(
                    "经人工核实不属违规：" + String.join("；", dismissed),
                    "A person found no prohibited conduct: " + String.join("; ", dismissed));
        }
        return flags.stream()
                .filter(flag -> flag.lostWith() != null)
                .findFirst()
                .map(flag -> new Text(
                        "词库 %s 不再命中。".formatted(flag.lostWith()),
                        "The vocabulary %s does not find it any more.".formatted(flag.lostWith())))
                .orElse(Rules.NO_LONGER);
    }

    private static Text prohibitedText(List<Flag> flags) {
        var where = Posted.place(flags.getFirst().subject());
        var words = flags.stream()
                .flatMap(f -> f.flag().words().stream())
                .distinct()
                .toList();
        return new Text(
                "%s的填报内容含疑似违规字样：%s，须人工核实。".formatted(where.zh(), String.join("、", words)),
                "What was posted for %s has words of prohibited conduct (%s); a person must look at it."
                        .formatted(where.en(), String.join(", ", words)));
    }
}
