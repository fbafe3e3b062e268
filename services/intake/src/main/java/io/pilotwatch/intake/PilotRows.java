package io.pilotwatch.intake;

import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.intake.core.ListImport.Taken;
import io.pilotwatch.platform.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pilots and applications of this service. */
@ApplicationScoped
class PilotRows implements PanacheRepositoryBase<PilotRow, String> {

    /** Narrows the register; null where all are wanted. */
    record Filter(String kind, String field, Boolean synthetic) {}

    /** What holds for every row of a list; conditions and their values are put together here only. */
    private static final class Where {
        final List<String> conditions = new ArrayList<>();
        final Map<String, Object> values = new HashMap<>();

        Where and(String condition) {
            conditions.add("(" + condition + ")");
            return this;
        }

        Where and(String condition, String name, Object value) {
            if (value != null) {
                and(condition);
                values.put(name, value);
            }
            return this;
        }
    }

    /** The register after a number, in the order of numbers, as far as the caller may see it. */
    List<PilotRow> register(Filter filter, Caller caller, int after, int most) {
        var where = seen(caller, after)
                .and("approved_on is not null")
                .and("kind = :kind", "kind", filter.kind())
                .and("fields @> array[cast(:field as text)]", "field", filter.field())
                .and("synthetic = :synthetic", "synthetic", filter.synthetic());
        return select(where, most);
    }

    /** The applications after a number, in the order of numbers, as far as the caller may see them. */
    List<PilotRow> applications(Caller caller, int after, int most) {
        return select(seen(caller, after).and("submitted_at is not null"), most);
    }

    /** The application, held against other changes until the transaction ends. */
    Optional<PilotRow> lockedApplication(String pilotId) {
        return findByIdOptional(pilotId, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .filter(PilotRow::isApplication);
    }

    /** Which of these numbers are in use. */
    Taken taken(List<Integer> numbers) {
        var where =
                new Where().and("number = any(cast(:numbers as int[]))", "numbers", numbers.toArray(Integer[]::new));
        var found = select(where, numbers.size());
        var listed = found.stream()
                .filter(row -> !row.isApplication())
                .map(PilotRow::pilot)
                .collect(Collectors.toMap(Pilot::number, pilot -> pilot));
        var applied = found.stream()
                .filter(PilotRow::isApplication)
                .map(row -> row.number)
                .collect(Collectors.toSet());
        return new Taken(listed, applied);
    }

    /** Until the transaction ends nobody else takes a number. */
    void reserveNumbers() {
        getEntityManager()
                .createNativeQuery("lock table pilot in share row exclusive mode")
                .executeUpdate();
    }

    /** A number for an application. A list may have taken one of those that lie ahead; it is passed over. */
    int nextNumber() {
        // Shuts out a running import, but not other applications: they draw from the same sequence.
        getEntityManager()
                .createNativeQuery("lock table pilot in row exclusive mode")
                .executeUpdate();
        int number;
        do {
            number = ((Number) getEntityManager()
                            .createNativeQuery("select nextval('application_number')", Long.class)
                            .getSingleResult())
                    .intValue();
        } while (count("number", number) > 0);
        return number;
    }

    /** The same answer as {@link Caller#maySee}, asked of the database. */
    private static Where seen(Caller caller, int after) {
        var where = new Where().and("number > :after", "after", after);
        if (caller.seesAll()) {
            return where;
        }
        var any = new ArrayList<String>(List.of("false"));
        if (caller.is(Caller.PILOT_TEAM)) {
            any.add("organisation = any(cast(:organisations as text[]))");
            where.values.put("organisations", caller.organisations().toArray(String[]::new));
        }
        if (caller.is(Caller.REGULATOR)) {
            any.add("fields && cast(:fields as text[])");
            where.values.put("fields", caller.fields().toArray(String[]::new));
        }
        if (caller.is(Caller.RECOMMENDER)) {
            any.add("region = any(cast(:regions as text[]))");
            where.values.put("regions", caller.regions().toArray(String[]::new));
        }
        return where.and(String.join(" or ", any));
    }

    private List<PilotRow> select(Where where, int most) {
        var query = getEntityManager()
                .createNativeQuery(
                        "select * from pilot where " + String.join(" and ", where.conditions)
                                + " order by number limit :most",
                        PilotRow.class)
                .setParameter("most", most);
        where.values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<PilotRow> rows = query.getResultList();
        return rows;
    }
}
