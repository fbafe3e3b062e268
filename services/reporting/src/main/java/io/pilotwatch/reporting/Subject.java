package io.pilotwatch.reporting;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What a part of a pilot's history is about. */
enum Subject {
    ALL("全部", "Everything", Event.class),
    REGISTER("申报与登记", "Application and register", PilotEvent.class),
    PLAN("任务书与里程碑", "Task book and milestones", MilestoneEvent.class),
    RECORDS("报告、指标与佐证材料", "Reports, indicators and evidence", RecordEvent.class),
    ALERTS("预警、整改与行为核查", "Alerts, rectifications and conduct", AlertEvent.class);

    private final Text text;
    private final Class<? extends Event> of;
    private final String[] types;

    Subject(String zh, String en, Class<? extends Event> of) {
        this.text = new Text(zh, en);
        this.of = of;
        this.types = Arrays.stream(EventType.values())
                .filter(this::covers)
                .map(EventType::wireType)
                .toArray(String[]::new);
    }

    /** Records are said among the milestones, but make a subject of their own. */
    private boolean covers(EventType type) {
        return of.isAssignableFrom(type.record())
                && (of != MilestoneEvent.class || !RecordEvent.class.isAssignableFrom(type.record()));
    }

    /** The one asked for; all where none is, as a form sends it. */
    static Subject of(String asked) {
        if (asked == null || asked.isBlank()) {
            return ALL;
        }
        return Arrays.stream(values())
                .filter(s -> s.code().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter(
                        "about", new Text("about 不是已知的主题。", "about is not a subject that there is.")));
    }

    /** How an address names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    Text text() {
        return text;
    }

    /** The wire types of its events. */
    String[] types() {
        return types.clone();
    }
}
