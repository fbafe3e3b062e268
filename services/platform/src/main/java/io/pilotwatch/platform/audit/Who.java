package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose account it was, as the token said it at that time.
 *
 * @param id of the account at the identity provider, which outlives a change of its name
 * @param speaksFor organisations, fields, regions and agencies, those that there are
 */
public record Who(String account, @Nullable String id, List<String> roles, Map<String, List<String>> speaksFor) {

    /** Of a caller whose account has this id. */
    public static Who of(Caller caller, @Nullable String id) {
        var speaksFor = new TreeMap<String, List<String>>();
        put(speaksFor, "organisations", caller.organisations());
        put(speaksFor, "fields", caller.fields());
        put(speaksFor, "regions", caller.regions());
        put(speaksFor, "agencies", caller.agencies());
        return new Who(caller.name(), id, sorted(caller.roles()), speaksFor);
    }

    private static void put(Map<String, List<String>> all, String kind, Collection<String> names) {
        if (!names.isEmpty()) {
            all.put(kind, sorted(names));
        }
    }

    private static List<String> sorted(Collection<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }
}
