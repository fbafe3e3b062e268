package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Programme;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The figures of all pilots as of a programme day, and their sums. A pilot whose facts changed is taken out of its sums and
 * added again, whatever the others are; another day is another portfolio. Writers must not run beside each other or beside
 * readers of the sums; the list of pilots can be read at any time.
 */
public final class Portfolio {

    private final Programme programme;
    private final LocalDate day;
    private final Map<String, PilotFigures> byId = new HashMap<>();
    private final NavigableSet<PilotFigures> list = new ConcurrentSkipListSet<>(PilotFigures.IN_LIST);
    private final Sums all;
    private final Map<Breakdown, SortedMap<String, Sums>> rows = new EnumMap<>(Breakdown.class);

    /** Of no pilots yet. */
    public Portfolio(Programme programme, LocalDate day) {
        this.programme = programme;
        this.day = day;
        this.all = new Sums(programme);
    }

    /** Of these pilots. */
    public static Portfolio of(Collection<PilotFacts> pilots, Programme programme, LocalDate day) {
        var portfolio = new Portfolio(programme, day);
        pilots.forEach(portfolio::put);
        return portfolio;
    }

    /** Takes in a pilot's facts in place of what was known of it. */
    public void put(PilotFacts facts) {
        var now = PilotFigures.of(facts, day, programme);
        var before = byId.put(facts.pilotId(), now);
        if (before != null) {
            list.remove(before);
            all.subtract(before);
            for (var by : Breakdown.values()) {
                by.codes(before, programme)
                        .forEach(code -> rows.get(by).get(code).subtract(before));
            }
        }
        list.add(now);
        all.add(now);
        for (var by : Breakdown.values()) {
            var sums = rows.computeIfAbsent(by, b -> new TreeMap<>());
            by.codes(now, programme)
                    .forEach(code ->
                            sums.computeIfAbsent(code, c -> new Sums(programme)).add(now));
        }
    }

    /** The programme day as of which these are. */
    public LocalDate day() {
        return day;
    }

    /** The pilots in the order of the list. */
    public NavigableSet<PilotFigures> pilots() {
        return Collections.unmodifiableNavigableSet(list);
    }

    /** The pilot with this id, if there is one. */
    public Optional<PilotFigures> pilot(String pilotId) {
        return Optional.ofNullable(byId.get(pilotId));
    }

    /** Over all pilots. */
    public Sums sums() {
        return all;
    }

    /** Over the pilots of a row; of none where nothing is in it. */
    public Sums sums(Breakdown by, String code) {
        return rows(by).getOrDefault(code, new Sums(programme));
    }

    /** The rows that any pilot is or was in, by code. */
    public SortedMap<String, Sums> rows(Breakdown by) {
        return Collections.unmodifiableSortedMap(rows.getOrDefault(by, Collections.emptySortedMap()));
    }
}
