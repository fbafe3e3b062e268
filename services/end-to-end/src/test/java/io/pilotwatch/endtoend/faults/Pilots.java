package io.pilotwatch.endtoend.faults;

import io.pilotwatch.endtoend.faults.Client.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whom the updates are about: synthetic pilots, imported as a list, each with a task book in force. */
final class Pilots {

    /** Few enough that each signs in once, many enough that one speaks for a hundred pilots at most. */
    private static final int TEAMS = 30;

    /** Of the demonstration's synthetic units, each of which has an account. */
    private static final int FIRST_UNIT = 28;

    private static final List<String> FIELDS = List.of("manufacturing", "energy", "tax", "copyright", "health");
    private static final int AT_ONCE = 12;

    /** @param team the account that reports, and {@code lead} the one that decides */
    record Pilot(String id, String team, String lead) {

        private static Pilot of(int number) {
            return new Pilot("BP-%03d".formatted(number), team(number), "regulator-" + field(number));
        }

        private static String team(int number) {
            return "team-%03d".formatted(unit(number));
        }

        private static int unit(int number) {
            return FIRST_UNIT + number % TEAMS;
        }

        private static String field(int number) {
            return FIELDS.get(number % FIELDS.size());
        }

        private static String row(int number) {
            return "%d,special,,%s,示例单位-%03d,北京市,synthetic: made for the faults,true%n"
                    .formatted(number, field(number), unit(number));
        }
    }

    private final List<Pilot> all = new ArrayList<>();
    private final Fleet fleet;
    private final Client client;
    private final int count;

    Pilots(Fleet fleet, Client client, int count) {
        this.fleet = fleet;
        this.client = client;
        this.count = count;
        for (int number = 1; number <= count + 1; number++) {
            all.add(Pilot.of(number));
        }
    }

    /** Those that report. */
    List<Pilot> all() {
        return all.subList(0, count);
    }

    /** One more, of which nobody reports but who measures. */
    Pilot probed() {
        return all.getLast();
    }

    /** The accounts that lead them. */
    List<String> leads() {
        return all.stream().map(Pilot::lead).distinct().toList();
    }

    /** An account that does not speak for it. */
    String stranger(Pilot pilot) {
        return Pilot.team(all.indexOf(pilot) + 2);
    }

    /** The list is imported, and each plan handed in by its team and accepted by its lead. */
    void register() throws Exception {
        var csv = new StringBuilder("seq,kind,field_zh,field_en,organisation_zh,region_zh,source,synthetic\n");
        for (int number = 1; number <= all.size(); number++) {
            csv.append(Pilot.row(number));
        }
        client.done(new Request(
                "intake",
                "/intake/api/v1/imports/pilots",
                "office",
                "list",
                "text/csv",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                null));
        fleet.awaitSettled();
        var filed = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var pilot : all) {
                filed.add(threads.submit(() -> file(pilot)));
            }
        }
        for (var one : filed) {
            one.get();
        }
        fleet.awaitSettled();
    }

    private void file(Pilot pilot) {
        var book = "/milestone/api/v1/pilots/" + pilot.id() + "/task-book";
        client.done(client.json("milestone", book, pilot.team(), "book-" + pilot.id(), Map.of()));
        client.done(client.json(
                "milestone", book + "/acceptances", pilot.lead(), "accept-" + pilot.id(), Map.of("note", "同意备案。")));
    }
}
