package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.core.Refusal;
import io.pilotwatch.milestone.decision.DecisionDesk;
import io.pilotwatch.milestone.decision.Waiting.Key;
import io.pilotwatch.milestone.decision.Waiting.Kind;
import io.pilotwatch.platform.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of what was decided just now.
 *
 * @param yes whether it was agreed to
 * @param about what kind of thing it was; null where nobody says
 * @param agreed how many were agreed to, where several were chosen; null otherwise
 * @param refused those of them that could not be
 */
record Outcome(boolean yes, @Nullable Kind about, @Nullable Integer agreed, List<Refused> refused) {

    /** One that could not be agreed to, and why. */
    record Refused(Key key, Text why) {}

    private static final String BETWEEN = "!";
    private static final Text OTHERWISE = new Text("未能处理，请打开查看。", "It could not be done; open it to see why.");
    private static final Map<String, Text> REASONS = reasons();

    private static Map<String, Text> reasons() {
        var reasons = new HashMap<String, Text>();
        Arrays.stream(Refusal.values()).forEach(r -> reasons.put(r.name(), r.text()));
        Arrays.stream(io.pilotwatch.milestone.report.core.Refusal.values())
                .forEach(r -> reasons.put(r.name(), r.text()));
        reasons.put("STALE", DecisionDesk.CHANGED);
        reasons.put("FOREIGN_PILOT", new Text("您的账号不负责该试点。", "Your account does not lead this pilot."));
        return Map.copyOf(reasons);
    }

    /** One that was refused, as an address carries it. */
    static String code(Key key, Problem problem) {
        return key.code() + BETWEEN + problem.code();
    }

    /** As an address says it; what is none of ours is left out. */
    static Outcome of(String done, @Nullable String about, @Nullable Integer agreed, List<String> refused) {
        var kind = Arrays.stream(Kind.values())
                .filter(k -> k.name().equals(about))
                .findFirst()
                .orElse(null);
        return new Outcome(
                done.equals("yes"),
                kind,
                agreed,
                refused.stream()
                        .map(code -> code.split(BETWEEN, 2))
                        .filter(parts -> parts.length == 2)
                        .map(parts -> new Refused(Key.of(parts[0]), REASONS.getOrDefault(parts[1], OTHERWISE)))
                        .toList());
    }
}
