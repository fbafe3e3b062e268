package io.pilotwatch.platform;

import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who calls, from the token, and what that one may see and do: pure questions about a caller and a pilot.
 *
 * @param name the account's user name
 * @param organisations whose pilots a pilot team acts for
 * @param fields which a regulator leads, or for which a recommender speaks
 * @param regions for which a recommender speaks
 * @param agencies for which a regulator speaks beside the leads of its fields, such as a lead's superior
 */
public record Caller(
        String name,
        Set<String> roles,
        Set<String> organisations,
        Set<String> fields,
        Set<String> regions,
        Set<String> agencies) {

    /** One who speaks for no agency beside the leads of its fields. */
    public Caller(String name, Set<String> roles, Set<String> organisations, Set<String> fields, Set<String> regions) {
        this(name, roles, organisations, fields, regions, Set.of());
    }

    /** Role names, as in the token. */
    public static final String PILOT_TEAM = "pilot-team";

    /** Recommends applications of its regions or fields. */
    public static final String RECOMMENDER = "recommender";

    /** Gives an opinion on applications that are under review. */
    public static final String EXPERT = "expert";

    /** Leads fields. */
    public static final String REGULATOR = "regulator";

    /** Runs the programme. */
    public static final String PROGRAMME_OFFICE = "programme-office";

    /** Runs the machines. */
    public static final String OPERATOR = "operator";

    /** Looks on. */
    public static final String VIEWER = "viewer";

    /**
     * What decides who may reach a pilot.
     *
     * @param delegates organisations, beside its own, whose people act for it
     * @param coversFields whether it is of a kind that covers several fields and so is led by the programme office
     */
    public record Subject(
            String pilotId,
            String organisation,
            List<String> delegates,
            List<String> fields,
            String region,
            boolean coversFields) {

        /** Of a pilot as its events carry it. */
        public static Subject of(Pilot pilot, boolean coversFields) {
            return new Subject(
                    pilot.pilotId(),
                    pilot.organisation(),
                    pilot.delegates(),
                    pilot.fields(),
                    pilot.region(),
                    coversFields);
        }
    }

    /** Whether the caller has the role. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /**
     * The agencies for which the caller answers, by code: those that lead a regulator's fields and those that it names, and
     * the programme office's own.
     */
    public List<String> agencies(Programme programme) {
        var led = fields.stream().flatMap(f -> programme.field(f).stream()).map(Programme.Field::lead);
        var regulators = is(REGULATOR) ? Stream.concat(led, agencies.stream()) : Stream.<String>empty();
        var office = is(PROGRAMME_OFFICE) ? Stream.of(programme.office()) : Stream.<String>empty();
        return Stream.concat(regulators, office).distinct().sorted().toList();
    }

    /** Whether the caller sees every pilot there is. */
    public boolean seesAll() {
        return is(PROGRAMME_OFFICE) || is(OPERATOR) || is(VIEWER);
    }

    /** Whether the caller may look at this pilot. */
    public boolean maySee(Subject pilot) {
        return seesAll()
                || mayReport(pilot)
                || is(REGULATOR) && !Collections.disjoint(fields, pilot.fields())
                || mayRecommend(pilot);
    }

    /** Whether the caller speaks for the pilot unit, as its own or by delegation. */
    public boolean mayReport(Subject pilot) {
        return is(PILOT_TEAM)
                && (organisations.contains(pilot.organisation())
                        || !Collections.disjoint(organisations, pilot.delegates()));
    }

    /** Whether the caller may recommend it: it is of the caller's region or field. */
    public boolean mayRecommend(Subject pilot) {
        return is(RECOMMENDER) && (regions.contains(pilot.region()) || !Collections.disjoint(fields, pilot.fields()));
    }

    /** Whether the caller decides on the pilot's claims: its field's lead, or the office where there is none. */
    public boolean mayLead(Subject pilot) {
        return pilot.coversFields() || pilot.fields().isEmpty()
                ? is(PROGRAMME_OFFICE)
                : is(REGULATOR) && !Collections.disjoint(fields, pilot.fields());
    }

    /** Refuses whoever may not look at this pilot. */
    public void requireSee(Subject pilot) {
        require(maySee(pilot), pilot);
    }

    /** Refuses whoever does not speak for the pilot unit. */
    public void requireReport(Subject pilot) {
        require(mayReport(pilot), pilot);
    }

    /** Refuses whoever does not lead the pilot. */
    public void requireLead(Subject pilot) {
        require(mayLead(pilot), pilot);
    }

    private static void require(boolean allowed, Subject pilot) {
        if (!allowed) {
            throw Problem.foreign(pilot.pilotId());
        }
    }
}
