package io.pilotwatch.intake;

import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The register of pilots. */
@ApplicationScoped
class PilotRows implements PanacheRepositoryBase<PilotRow, String> {

    /** What cannot be an id is not asked for: the database refuses some characters altogether. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** The pilot, to read; 404 where there is none. */
    PilotRow known(String pilotId) {
        return known(pilotId, LockModeType.NONE);
    }

    /** The pilot, held against other changes until the transaction ends; 404 where there is none. */
    PilotRow locked(String pilotId) {
        return known(pilotId, LockModeType.PESSIMISTIC_WRITE);
    }

    private PilotRow known(String pilotId, LockModeType lock) {
        return Optional.of(pilotId)
                .filter(ID.asMatchPredicate())
                .flatMap(id -> findByIdOptional(id, lock))
                .orElseThrow(() -> Problem.notFound(pilotId));
    }

    /** Those of these pilots that there are, held likewise; in id order, so that two batches never wait for each other. */
    List<PilotRow> locked(Collection<String> pilotIds) {
        return find("pilotId in ?1 order by pilotId", pilotIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The register after a number, in the order of numbers, as far as the caller may see it. */
    List<PilotRow> register(RegisterFilter filter, Caller caller, int after, int most) {
        return seen(caller)
                .and("number > :after", "after", after)
                .and(
                        "state = :state",
                        "state",
                        filter.state() == null ? null : filter.state().name())
                .and("kind = :kind", "kind", filter.kind())
                .and("fields @> array[cast(:field as text)]", "field", filter.field())
                .and("region = :region", "region", filter.region())
                .and("synthetic = :synthetic", "synthetic", filter.synthetic())
                // No index finds two characters in the middle of a Chinese name; read in order, a page is soon full.
                .and(
                        "position(lower(:q) in lower(organisation)) > 0 or position(lower(:q) in lower(pilot_id)) > 0",
                        "q",
                        filter.q())
                .select(getEntityManager(), "pilot", PilotRow.class, most);
    }

    /** What the register states under these numbers. */
    Map<Integer, Pilot> listed(List<Integer> numbers) {
        return new Where()
                        .and("number = any(cast(:numbers as int[]))", "numbers", numbers.toArray(Integer[]::new))
                        .select(getEntityManager(), "pilot", PilotRow.class, numbers.size())
                        .stream()
                        .collect(Collectors.toMap(row -> row.number, PilotRow::pilot));
    }

    /** Until the transaction ends nobody else takes a number. */
    void reserveNumbers() {
        getEntityManager()
                .createNativeQuery("lock table pilot_number in share row exclusive mode")
                .executeUpdate();
    }

    /** Takes numbers that are free. */
    void takeNumbers(List<Integer> numbers) {
        getEntityManager()
                .createNativeQuery("insert into pilot_number select unnest(cast(:numbers as int[]))")
                .setParameter("numbers", numbers.toArray(Integer[]::new))
                .executeUpdate();
    }

    /** The same answer as {@link Caller#maySee}, asked of the database. */
    private static Where seen(Caller caller) {
        var where = new Where();
        if (caller.seesAll()) {
            return where;
        }
        var any = new ArrayList<String>(List.of("false"));
        if (caller.is(Caller.PILOT_TEAM)) {
            any.add("organisation = any(cast(:organisations as text[]))");
            any.add("delegates && cast(:organisations as text[])");
            where.with("organisations", caller.organisations().toArray(String[]::new));
        }
        any.addAll(where.inCharge(caller));
        return where.and(String.join(" or ", any));
    }
}
