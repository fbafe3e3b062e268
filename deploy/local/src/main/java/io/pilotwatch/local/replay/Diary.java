package io.pilotwatch.local.replay;

import io.pilotwatch.local.replay.Script.Pilot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One team's acts while its story is written. People act on Tuesdays and Fridays, and not while the pilot rests or after
 * it has ended.
 */
final class Diary {

    private final String name;
    private final Pilot pilot;
    private final List<Act> acts = new ArrayList<>();
    private LocalDate last;
    private Span rest = Span.NEVER;
    private Span delegation = Span.NEVER;
    private String delegate;

    private record Span(LocalDate from, LocalDate to) {
        static final Span NEVER = new Span(LocalDate.MAX, LocalDate.MAX);

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** {@code name} tells its acts from those of other diaries and runs; {@code last} is the replay's last day. */
    Diary(String name, Pilot pilot, LocalDate last) {
        this.name = name;
        this.pilot = pilot;
        this.last = last;
    }

    /** All acts, in the order in which they were written. */
    List<Act> acts() {
        return List.copyOf(acts);
    }

    /** What is written from now on happened before the first day or after the last one. */
    void rest(LocalDate from, LocalDate to) {
        rest = new Span(from, to);
    }

    /** What is written from now on happened before this day, or not at all. */
    void end(LocalDate day) {
        last = day.isAfter(last) ? last : day.minusDays(1);
    }

    /** Another team speaks for this one after the first day and before the last one. */
    void delegate(String team, LocalDate from, LocalDate to) {
        delegate = team;
        delegation = new Span(from.plusDays(1), to.minusDays(1));
    }

    /** The team, or who speaks for it, does something with its plan. */
    void team(LocalDate day, String path, Map<String, Object> body) {
        act(day, speaker(day), milestone(path), body);
    }

    /** The lead regulator decides on something in the plan. */
    void lead(LocalDate day, String path, Map<String, Object> body) {
        act(day, pilot.lead(), milestone(path), body);
    }

    /** A second person at the lead regulator does so too. */
    void secondLead(LocalDate day, String path, Map<String, Object> body) {
        act(day, pilot.lead() + "-2", milestone(path), body);
    }

    /** The team attaches a file. */
    void attach(LocalDate day, Evidence evidence, Map<String, Object> about) {
        write(day, speaker(day), milestone("/evidence"), about, evidence);
    }

    /** Anybody does something, with any service. */
    void act(LocalDate day, String user, String path, Map<String, Object> body) {
        write(day, user, path, body, null);
    }

    private void write(LocalDate day, String user, String path, Map<String, Object> body, Evidence evidence) {
        if (!day.isAfter(last)) {
            acts.add(new Act(day, pilot.team(), user, path, body, evidence, name + "-" + acts.size()));
        }
    }

    private String speaker(LocalDate day) {
        return delegation.has(day) ? delegate : pilot.team();
    }

    private String milestone(String path) {
        return "/milestone/api/v1/pilots/" + pilot.pilotId() + path;
    }

    /** This day, or the first one after it on which people act. */
    LocalDate actingDay(LocalDate day) {
        var awake = rest.has(day) ? rest.to().plusDays(1) : day;
        return awake.getDayOfWeek() == DayOfWeek.TUESDAY || awake.getDayOfWeek() == DayOfWeek.FRIDAY
                ? awake
                : next(awake);
    }

    /** The first day after this one on which people act. */
    LocalDate next(LocalDate day) {
        var tuesday = day.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        var friday = day.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        var next = tuesday.isBefore(friday) ? tuesday : friday;
        return rest.has(next) ? actingDay(next) : next;
    }
}
