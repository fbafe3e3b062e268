package io.pilotwatch.platform.pages;

import io.pilotwatch.platform.Caller;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The one menu of all services: what there is to go to, by role. */
final class Menu {

    private static final Set<String> READERS = Set.of(
            Caller.PILOT_TEAM,
            Caller.RECOMMENDER,
            Caller.REGULATOR,
            Caller.PROGRAMME_OFFICE,
            Caller.OPERATOR,
            Caller.VIEWER);

    /** @param roles who is shown it */
    private record Entry(Common name, String address, Set<String> roles) {

        private Item item(String present) {
            boolean here = address.equals("/") ? present.equals("/") : (present + "/").startsWith(address + "/");
            return new Item(name, address, here);
        }
    }

    /** @param here whether the present page is this one or beneath it */
    public record Item(Common name, String address, boolean here) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(Common.PORTFOLIO, "/", READERS),
            new Entry(Common.PILOTS, "/reporting/pilots", READERS),
            new Entry(Common.WORK, "/milestone/work", Set.of(Caller.PILOT_TEAM)),
            new Entry(Common.DECISIONS, "/milestone/decisions", Set.of(Caller.REGULATOR, Caller.PROGRAMME_OFFICE)),
            new Entry(Common.INBOX, "/compliance-alert/inbox", READERS),
            new Entry(Common.CONDUCT, "/compliance-alert/conduct", Set.of(Caller.REGULATOR, Caller.PROGRAMME_OFFICE)),
            new Entry(
                    Common.SUBSCRIPTIONS,
                    "/compliance-alert/subscriptions",
                    Set.of(Caller.REGULATOR, Caller.PROGRAMME_OFFICE)),
            new Entry(
                    Common.APPLICATIONS,
                    "/intake/applications",
                    Set.of(Caller.PILOT_TEAM, Caller.RECOMMENDER, Caller.EXPERT, Caller.PROGRAMME_OFFICE)),
            new Entry(Common.REGISTER, "/intake/register", Set.of(Caller.PROGRAMME_OFFICE)),
            new Entry(Common.IMPORT, "/intake/import", Set.of(Caller.PROGRAMME_OFFICE)),
            new Entry(Common.OPERATIONS, "/reporting/operations", Set.of(Caller.OPERATOR)),
            new Entry(Common.AUDIT, "/reporting/audit", Set.of(Caller.PROGRAMME_OFFICE, Caller.OPERATOR)));

    private Menu() {}

    /** For someone with these roles, on the page of this path. */
    static List<Item> of(Set<String> roles, String path) {
        return ENTRIES.stream()
                .filter(entry -> !Collections.disjoint(entry.roles(), roles))
                .map(entry -> entry.item(path))
                .toList();
    }
}
