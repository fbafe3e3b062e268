package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Text;
import java.util.List;

/**
 * One thing wrong with a plan.
 *
 * @param pointer JSON pointer into the plan as posted
 */
public record PlanFault(Kind kind, String pointer, Text text) {

    /** What can be wrong; the name is the problem's code. */
    public enum Kind {
        PLAN_TITLE_MISSING("里程碑应有名称。", "A milestone has a title."),
        PLAN_ID_TWICE("里程碑编号 %s 重复。", "The id %s is used twice."),
        PLAN_ID_CANCELLED("里程碑 %s 已取消，编号不再使用。", "The milestone %s is cancelled; its id is not used again."),
        DUE_OUTSIDE_PROGRAMME("截止日期应在 %s 至 %s 之间。", "The due day is from %s to %s."),
        DUE_BEFORE_DEPENDENCY("截止日期早于所依赖的里程碑 %s。", "It is due before %s, on which it depends."),
        DUE_MOVES_BY_EXTENSION("截止日期只能通过延期申请变更，现为 %s。", "The due day moves by an extension alone; it is %s."),
        DEPENDENCY_UNKNOWN("计划中没有里程碑 %s。", "The plan has no milestone %s."),
        DEPENDENCY_TWICE("对 %s 的依赖重复。", "It names %s twice."),
        DEPENDENCY_CYCLE("依赖关系成环：%s。", "The dependencies go in a circle: %s."),
        WEIGHTS_NOT_100("权重合计为 %s，应为 100。", "The weights add up to %s instead of 100."),
        MILESTONE_SETTLED("里程碑 %s 已提交或已完成，应保持原样。", "The milestone %s is claimed or reached and stays as it is."),
        INDICATOR_UNKNOWN("没有指标 %s。", "There is no indicator %s."),
        INDICATOR_TWICE("指标 %s 重复。", "The indicator %s is named twice."),
        TARGET_NOT_BETTER("目标值应不劣于基线值 %s。", "The target is not worse than the baseline %s.");

        private final Text text;

        Kind(String zh, String en) {
            text = new Text(zh, en);
        }

        /** At its place, with the values that its text names. */
        PlanFault at(String pointer, Object... values) {
            return new PlanFault(
                    this,
                    pointer,
                    new Text(text.zh().formatted(values), text.en().formatted(values)));
        }
    }

    /** A plan refused for all its faults, at least one; named by the first. */
    public record All(List<PlanFault> found) implements io.pilotwatch.contracts.Refusal {
        @Override
        public String name() {
            return found.getFirst().kind().name();
        }

        @Override
        public Text text() {
            return found.getFirst().text();
        }

        @Override
        public List<Fault> faults() {
            return found.stream().map(f -> new Fault(f.pointer(), f.text())).toList();
        }
    }
}
