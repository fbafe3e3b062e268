package io.pilotwatch.intake;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The applications, with what experts and objectors said of them. */
@ApplicationScoped
class ApplicationRows implements PanacheRepositoryBase<ApplicationRow, String> {

    private final WaitingFor waiting;

    ApplicationRows(WaitingFor waiting) {
        this.waiting = waiting;
    }

    /** The likeliest first. Those who withdrew or were rejected count too; drafts are nobody's business. */
    private static final String LIKELY = """
            select pilot_id, organisation, state, 'APPLICATION' as subject, text_hash <> '' and text_hash = :hash as same_text
                from application
                where pilot_id <> :id and revision > 0
                    and (text_hash <> '' and text_hash = :hash or organisation = :organisation and fields && cast(:fields as text[]))
            union all
            select pilot_id, organisation, state, 'PILOT', false
                from pilot
                where organisation = :organisation and fields && cast(:fields as text[])
                    and pilot_id <> :id and not exists (select from application a where a.pilot_id = pilot.pilot_id)
            order by same_text desc, pilot_id
            limit 50""";

    /** The application, to read; 404 where there is none. */
    ApplicationRow known(String pilotId) {
        return known(pilotId, LockModeType.NONE);
    }

    /** The application, held against other changes until the transaction ends; 404 where there is none. */
    ApplicationRow locked(String pilotId) {
        return known(pilotId, LockModeType.PESSIMISTIC_WRITE);
    }

    private ApplicationRow known(String pilotId, LockModeType lock) {
        return Optional.of(pilotId)
                .filter(PilotRows.ID.asMatchPredicate())
                .flatMap(id -> findByIdOptional(id, lock))
                .orElseThrow(() -> Problem.notFound(pilotId));
    }

    /** The applications after a number, in the order of numbers, as far as the caller may see them. */
    List<ApplicationRow> list(ApplicationFilter filter, Caller caller, int after, int most) {
        var where = seen(caller);
        if (filter.waiting()) {
            waiting.of(caller, where);
        }
        return where.and("number > :after", "after", after)
                .and(
                        "state = :state",
                        "state",
                        filter.state() == null ? null : filter.state().name())
                .and("kind = :kind", "kind", filter.kind())
                .and("fields @> array[cast(:field as text)]", "field", filter.field())
                .select(getEntityManager(), "application", ApplicationRow.class, most);
    }

    /** How many of all that the caller may see wait for that one, counted to {@code most}. */
    int countWaiting(Caller caller, int most) {
        var where = seen(caller);
        waiting.of(caller, where);
        return where.count(getEntityManager(), "application", most);
    }

    /** The same answer as {@link ApplicationDesk#maySee}, asked of the database. */
    private static Where seen(Caller caller) {
        var where = new Where();
        var others = new ArrayList<String>(List.of("state = 'SHORTLISTED'"));
        if (caller.seesAll()) {
            others.add("true");
        }
        others.addAll(where.inCharge(caller));
        if (caller.is(Caller.EXPERT)) {
            others.add("state = 'UNDER_REVIEW' or exists (select from review"
                    + " where review.pilot_id = application.pilot_id and by_account = :expert)");
            where.with("expert", caller.name());
        }
        var told = "revision > 0 and (" + String.join(" or ", others) + ")";
        if (!caller.is(Caller.PILOT_TEAM)) {
            return where.and(told);
        }
        return where.with("organisations", caller.organisations().toArray(String[]::new))
                .and(told + " or organisation = any(cast(:organisations as text[]))");
    }

    /** A number for a new application; those that lists have taken are passed over. */
    int nextNumber() {
        List<?> taken;
        do {
            taken = getEntityManager()
                    .createNativeQuery(
                            "insert into pilot_number values (nextval('application_number'))"
                                    + " on conflict do nothing returning number",
                            Integer.class)
                    .getResultList();
        } while (taken.isEmpty());
        return (Integer) taken.getFirst();
    }

    /** Which of these numbers belong to applications. */
    Set<Integer> applied(List<Integer> numbers) {
        return new Where()
                        .and("number = any(cast(:numbers as int[]))", "numbers", numbers.toArray(Integer[]::new))
                        .select(getEntityManager(), "application", ApplicationRow.class, numbers.size())
                        .stream()
                        .map(row -> row.number)
                        .collect(Collectors.toSet());
    }

    /** All reviews of the application's present round, oldest first. */
    List<ReviewRow> reviews(ApplicationRow application) {
        return getEntityManager()
                .createQuery("from ReviewRow where pilotId = ?1 and round = ?2 order by version", ReviewRow.class)
                .setParameter(1, application.pilotId)
                .setParameter(2, application.round)
                .getResultList();
    }

    /** Each expert's last one. */
    static List<ReviewRow> inForce(List<ReviewRow> reviews) {
        var last = new LinkedHashMap<String, ReviewRow>();
        reviews.forEach(review -> last.put(review.byAccount, review));
        return List.copyOf(last.values());
    }

    boolean hasReviewed(String expert, String pilotId) {
        return !getEntityManager()
                .createQuery("from ReviewRow where byAccount = ?1 and pilotId = ?2", ReviewRow.class)
                .setParameter(1, expert)
                .setParameter(2, pilotId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The objections of the application's present round, oldest first. */
    List<ObjectionRow> objections(ApplicationRow application) {
        return getEntityManager()
                .createQuery(
                        "from ObjectionRow where pilotId = ?1 and round = ?2 order by objectionId", ObjectionRow.class)
                .setParameter(1, application.pilotId)
                .setParameter(2, application.round)
                .getResultList();
    }

    /** An objection to this application, of any round; 404 where there is none. */
    ObjectionRow objection(String pilotId, UUID objectionId) {
        return Optional.ofNullable(getEntityManager().find(ObjectionRow.class, objectionId))
                .filter(objection -> objection.pilotId.equals(pilotId))
                .orElseThrow(() -> Problem.notFound(objectionId.toString()));
    }

    void add(ReviewRow review) {
        getEntityManager().persist(review);
    }

    void add(ObjectionRow objection) {
        getEntityManager().persist(objection);
    }

    /** What else may be the same, in applications and the register; at most fifty. */
    List<LikelyDuplicate> likelyDuplicates(ApplicationRow application) {
        return getEntityManager()
                .createNativeQuery(LIKELY, Object[].class)
                .setParameter("id", application.pilotId)
                .setParameter("hash", application.textHash)
                .setParameter("organisation", application.organisation)
                .setParameter("fields", application.fields.toArray(String[]::new))
                .getResultStream()
                .map(found -> LikelyDuplicate.of((Object[]) found))
                .toList();
    }
}
