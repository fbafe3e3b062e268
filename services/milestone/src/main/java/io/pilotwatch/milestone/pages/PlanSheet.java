package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.ProposedPlan;
import io.pilotwatch.milestone.ProposedPlan.ProposedMilestone;
import io.pilotwatch.milestone.ProposedPlan.ProposedTarget;
import io.pilotwatch.milestone.ProposedPlan.Wording;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A plan as it stands in the editor's form. */
final class PlanSheet {

    /** The list of milestones in the form. */
    static final String MILESTONES = "milestones";

    private static final String TARGETS = "indicators.";
    private static final Pattern TARGET_FAULT = Pattern.compile("/indicators/(\\d+)(/.*)?");
    private static final Pattern WHOLE_ENTRY =
            Pattern.compile("(/milestones/\\d+)(/title|/milestoneId|/dependsOn/\\d+)?");

    private static final Pattern ENTRY = Pattern.compile("/milestones/(\\d+)(/|$)");
    private static final Text CORRECT = new Text("请更正以下内容。", "Please correct the following.");

    private PlanSheet() {}

    /** An empty form filled with this plan. */
    static Typed of(List<PlannedMilestone> milestones, List<IndicatorTarget> targets) {
        var sheet = new Typed();
        for (int i = 0; i < milestones.size(); i++) {
            var m = milestones.get(i);
            var at = at(i);
            sheet.put(at + "milestoneId", m.milestoneId())
                    .put(at + "title.zh", m.title().zh())
                    .put(at + "title.en", m.title().en())
                    .put(at + "due", m.due())
                    .put(at + "weight", m.weight())
                    .put(at + "critical", m.critical() ? "true" : null);
            if (m.criterion() != null) {
                sheet.put(at + "criterion.zh", m.criterion().zh())
                        .put(at + "criterion.en", m.criterion().en());
            }
            m.dependsOn().forEach(id -> sheet.values().add(at + "dependsOn", id));
        }
        for (var t : targets) {
            sheet.put(TARGETS + t.indicator() + ".baseline", t.baseline().toPlainString())
                    .put(TARGETS + t.indicator() + ".target", t.target().toPlainString());
        }
        return sheet;
    }

    private static String at(int index) {
        return MILESTONES + "." + index + ".";
    }

    /** With one milestone more, under the lowest free id, so that others can depend on it at once. */
    static Typed oneMore(Typed sheet, Set<String> known) {
        var taken = new HashSet<>(known);
        int size = sheet.size(MILESTONES);
        for (int i = 0; i < size; i++) {
            taken.add(sheet.text(at(i) + "milestoneId"));
        }
        var id = IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> "m" + n)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
        return sheet.put(at(size) + "milestoneId", id);
    }

    /** Without this milestone, on which then nothing depends. */
    static Typed without(Typed sheet, int index) {
        var gone = sheet.text(at(index) + "milestoneId");
        var left = sheet.without(MILESTONES, index);
        for (int i = 0; i < left.size(MILESTONES); i++) {
            var name = at(i) + "dependsOn";
            var kept = left.all(name).stream().filter(id -> !id.equals(gone)).toList();
            left.values().remove(name);
            kept.forEach(id -> left.values().add(name, id));
        }
        return left;
    }

    /** What the weights add up to, as far as they can be read. */
    static int weights(Typed sheet) {
        return IntStream.range(0, sheet.size(MILESTONES))
                .mapToObj(i -> sheet.text(at(i) + "weight"))
                .filter(weight -> weight.matches("\\d{1,3}"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** The ids and names of all milestones in the form, for what depends on what. */
    static List<Named> names(Typed sheet) {
        return IntStream.range(0, sheet.size(MILESTONES))
                .mapToObj(i -> {
                    var id = sheet.text(at(i) + "milestoneId");
                    var zh = sheet.text(at(i) + "title.zh");
                    var en = sheet.text(at(i) + "title.en");
                    return new Named(id, new Text(said(zh, en, id), said(en, zh, id)));
                })
                .toList();
    }

    private static String said(String first, String second, String id) {
        var name = first.isEmpty() ? second : first;
        return name.isEmpty() ? id : id + " " + name;
    }

    /** What is asked for, as the API takes it. */
    static ProposedPlan proposed(Typed sheet, Form form, Programme programme) {
        var milestones = new ArrayList<ProposedMilestone>();
        for (int i = 0; i < sheet.size(MILESTONES); i++) {
            var at = at(i);
            milestones.add(new ProposedMilestone(
                    form.text(at + "milestoneId"),
                    wording(form, at + "title."),
                    form.day(at + "due"),
                    form.whole(at + "weight"),
                    sheet.text(at + "critical").equals("true"),
                    form.text(at + "criterion.zh") == null && form.text(at + "criterion.en") == null
                            ? null
                            : wording(form, at + "criterion."),
                    List.copyOf(sheet.all(at + "dependsOn"))));
        }
        var targets = named(sheet, programme).stream()
                .map(code -> new ProposedTarget(
                        code, form.decimal(TARGETS + code + ".baseline"), form.decimal(TARGETS + code + ".target")))
                .toList();
        return new ProposedPlan(milestones, targets);
    }

    private static Wording wording(Form form, String at) {
        return new Wording(form.text(at + "zh"), form.text(at + "en"));
    }

    /** The indicators of which a figure stands in the form, in the programme's order. */
    private static List<String> named(Typed sheet, Programme programme) {
        return programme.benefits().stream()
                .flatMap(b -> b.indicators().stream())
                .map(Programme.Indicator::code)
                .filter(code -> !sheet.text(TARGETS + code + ".baseline").isEmpty()
                        || !sheet.text(TARGETS + code + ".target").isEmpty())
                .toList();
    }

    /** The same faults at the fields of this form, where the API's body has another shape. */
    static Problem placed(Problem problem, Typed sheet, Programme programme) {
        var codes = named(sheet, programme);
        var faults = problem.faults().stream()
                .map(fault -> new Problem.Fault(place(fault.pointer(), codes), named(fault)))
                .toList();
        return new Problem(problem.status(), problem.code(), faults.isEmpty() ? problem.text() : CORRECT, faults);
    }

    /** Of which milestone it is, since several can have the same fault. */
    private static Text named(Problem.Fault fault) {
        var entry = ENTRY.matcher(fault.pointer() == null ? "" : fault.pointer());
        if (!entry.lookingAt()) {
            return fault.text();
        }
        int number = Integer.parseInt(entry.group(1)) + 1;
        var name = BookWord.MILESTONE_N.text();
        return new Text(
                name.zh().formatted(number) + "：" + fault.text().zh(),
                name.en().formatted(number) + ": " + fault.text().en());
    }

    private static @Nullable String place(@Nullable String pointer, List<String> codes) {
        if (pointer == null) {
            return null;
        }
        var target = TARGET_FAULT.matcher(pointer);
        if (target.matches() && Integer.parseInt(target.group(1)) < codes.size()) {
            var field = "/baseline".equals(target.group(2)) ? "/baseline" : "/target";
            return "/indicators/" + codes.get(Integer.parseInt(target.group(1))) + field;
        }
        var entry = WHOLE_ENTRY.matcher(pointer);
        if (entry.matches()) {
            var part = entry.group(2);
            return entry.group(1) + (part != null && part.startsWith("/dependsOn") ? "/dependsOn" : "/title/zh");
        }
        return pointer;
    }
}
