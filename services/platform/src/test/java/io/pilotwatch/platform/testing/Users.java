package io.pilotwatch.platform.testing;

import io.pilotwatch.platform.Caller;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A demonstration user for each role. */
public final class Users {

    /** All roles that {@link Caller} names, in its order. */
    public static final List<String> ROLES = Arrays.stream(Caller.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
            .map(field -> {
                try {
                    return (String) field.get(null);
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            })
            .toList();

    private static final Map<String, String> NAMES = Map.of(
            Caller.PILOT_TEAM, "team-028",
            Caller.RECOMMENDER, "recommender-beijing",
            Caller.REGULATOR, "regulator-manufacturing",
            Caller.PROGRAMME_OFFICE, "office",
            Caller.EXPERT, "expert-1");

    private Users() {}

    /** The user that has just this role; most are named like their role. */
    public static String of(String role) {
        return NAMES.getOrDefault(role, role);
    }
}
