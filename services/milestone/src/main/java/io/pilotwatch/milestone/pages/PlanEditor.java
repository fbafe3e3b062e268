package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.TaskBookView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The editor of a plan as its page shows it.
 *
 * @param change whether a plan is in force already
 * @param weights what the weights add up to
 * @param names of all milestones in the form
 * @param benefits of which indicators something can be promised
 * @param draft what was kept before; null where nothing was
 * @param typed whether the form shows what was just typed, so that no draft of the browser's goes over it
 */
record PlanEditor(
        Head head,
        TaskBookView book,
        boolean change,
        List<Line> lines,
        int weights,
        List<Named> names,
        List<Programme.Benefit> benefits,
        boolean full,
        @Nullable PlanDrafts.Kept draft,
        boolean typed) {

    /** By what the browser keeps what is typed. */
    public String draftName() {
        return "plan-" + head.pilotId();
    }

    /** Where the form is sent to. */
    public String action() {
        return head.path() + "/task-book/plan";
    }

    /** The one box that says that a milestone is critical. */
    public List<Named> criticality() {
        return List.of(new Named("true", BookWord.CRITICAL_BOX.text()));
    }

    /** The name of a field of what is promised of an indicator. */
    public String target(String code, String part) {
        return "indicators." + code + "." + part;
    }

    /** As many milestones as a plan can have. */
    static final int MOST = 100;

    /**
     * A milestone in the editor.
     *
     * @param at what the names of its fields begin with
     * @param known whether it is in force already, so that its day moves by an extension alone
     * @param settled whether it is claimed or reached, so that nothing of it changes; then {@code carried} are its fields
     */
    record Line(
            int index,
            String at,
            String id,
            Named name,
            String due,
            boolean known,
            boolean settled,
            List<Map.Entry<String, String>> carried,
            List<Named> others) {

        /** The name of a field of it. */
        public String field(String part) {
            return at + part;
        }

        /** For people, who count from one. */
        public int number() {
            return index + 1;
        }
    }

    static PlanEditor of(
            Head head,
            TaskBookView book,
            Typed sheet,
            List<Programme.Benefit> benefits,
            @Nullable PlanDrafts.Kept draft,
            boolean typed) {
        var names = PlanSheet.names(sheet);
        var states = states(book);
        var lines = IntStream.range(0, names.size())
                .mapToObj(i -> line(i, sheet, names, states))
                .toList();
        return new PlanEditor(
                head,
                book,
                book.version() != null,
                lines,
                PlanSheet.weights(sheet),
                names,
                benefits,
                lines.size() >= MOST,
                draft,
                typed);
    }

    private static Line line(int index, Typed sheet, List<Named> names, Map<String, String> states) {
        var at = PlanSheet.MILESTONES + "." + index + ".";
        var own = names.get(index);
        var state = states.get(own.code());
        boolean settled = List.of("CLAIMED", "REACHED").contains(String.valueOf(state));
        return new Line(
                index,
                at,
                own.code(),
                own,
                sheet.text(at + "due"),
                state != null,
                settled,
                settled ? sheet.carried(at) : List.of(),
                names.stream().filter(n -> !n.code().equals(own.code())).toList());
    }

    /** How far each milestone is that is or was in force. */
    static Map<String, String> states(TaskBookView book) {
        return book.milestones().stream()
                .collect(Collectors.toMap(m -> m.milestoneId(), m -> m.state().code()));
    }
}
