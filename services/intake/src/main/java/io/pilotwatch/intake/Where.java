package io.pilotwatch.intake;

import io.pilotwatch.platform.Caller;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds for every row of a list; conditions and their values are put together here only. */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Where and(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    /** Leaves the condition out where there is no value for it. */
    Where and(String condition, String name, Object value) {
        return value == null ? this : and(condition).with(name, value);
    }

    Where with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** By which fields or regions, each enough by itself, a caller sees what is not its own; their values are put in here. */
    List<String> inCharge(Caller caller) {
        var enough = new ArrayList<String>();
        if (caller.is(Caller.REGULATOR) || caller.is(Caller.RECOMMENDER)) {
            enough.add("fields && cast(:fields as text[])");
            with("fields", caller.fields().toArray(String[]::new));
        }
        if (caller.is(Caller.RECOMMENDER)) {
            enough.add("region = any(cast(:regions as text[]))");
            with("regions", caller.regions().toArray(String[]::new));
        }
        return enough;
    }

    /** How many rows of this table there are, counted to {@code most}. */
    int count(EntityManager entities, String table, int most) {
        var query = entities.createNativeQuery(
                        "select count(*) from (select 1 from " + table + " where " + String.join(" and ", conditions)
                                + " limit :most) as counted",
                        Long.class)
                .setParameter("most", most);
        values.forEach(query::setParameter);
        return ((Number) query.getSingleResult()).intValue();
    }

    /** The rows of this entity's table in the order of numbers. */
    <R> List<R> select(EntityManager entities, String table, Class<R> row, int most) {
        var query = entities.createNativeQuery(
                        "select * from " + table + " where " + String.join(" and ", conditions)
                                + " order by number limit :most",
                        row)
                .setParameter("most", most);
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<R> rows = query.getResultList();
        return rows;
    }
}
