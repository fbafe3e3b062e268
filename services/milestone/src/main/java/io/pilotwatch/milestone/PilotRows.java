package io.pilotwatch.milestone;

import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The pilots that intake has told of. */
@ApplicationScoped
class PilotRows implements PanacheRepositoryBase<PilotRow, String> {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** The highest revision stays, whatever the order in which they come. */
    private static final String LEARN = "insert into pilot"
            + " (pilot_id, revision, organisation, fields, region, covers_fields, synthetic, delegates, state, approved_on)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (pilot_id) do update set"
            + " revision = excluded.revision, organisation = excluded.organisation, fields = excluded.fields,"
            + " region = excluded.region, covers_fields = excluded.covers_fields, synthetic = excluded.synthetic,"
            + " delegates = excluded.delegates, state = excluded.state, approved_on = excluded.approved_on"
            + " where pilot.revision < excluded.revision";

    private final DataSource database;

    PilotRows(DataSource database) {
        this.database = database;
    }

    /** The pilot, to read. 404 where there is none. */
    PilotRow known(String pilotId) {
        return known(pilotId, LockModeType.NONE);
    }

    /** The pilot, locked until the transaction ends: whatever is decided on it is decided one after the other. */
    PilotRow locked(String pilotId) {
        return known(pilotId, LockModeType.PESSIMISTIC_WRITE);
    }

    private PilotRow known(String pilotId, LockModeType lock) {
        // What cannot be an id is not asked for: the database refuses some characters altogether.
        return Optional.of(pilotId)
                .filter(ID.asMatchPredicate())
                .flatMap(id -> findByIdOptional(id, lock))
                .orElseThrow(() -> Problem.notFound(pilotId));
    }

    /** Those for which these organisations speak, as their own or by delegation, by id. */
    List<PilotRow> ofOrganisations(Set<String> organisations) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from pilot where organisation = any(cast(?1 as text[]))"
                                + " or delegates && cast(?1 as text[]) order by pilot_id",
                        PilotRow.class)
                .setParameter(1, organisations.toArray(String[]::new))
                .getResultList();
    }

    /** Those of a field, by id. */
    List<PilotRow> ofField(String field) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from pilot where fields @> array[cast(?1 as text)] order by pilot_id", PilotRow.class)
                .setParameter(1, field)
                .getResultList();
    }

    /** Takes in what is newer than what is known; {@code rows} hold each pilot once, in id order. */
    void learn(List<PilotRow> rows) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(LEARN)) {
            for (var row : rows) {
                upsert.setString(1, row.pilotId);
                upsert.setLong(2, row.revision);
                upsert.setString(3, row.organisation);
                upsert.setArray(4, connection.createArrayOf("text", row.fields.toArray()));
                upsert.setString(5, row.region);
                upsert.setBoolean(6, row.coversFields);
                upsert.setBoolean(7, row.synthetic);
                upsert.setArray(8, connection.createArrayOf("text", row.delegates.toArray()));
                upsert.setString(9, row.state.name());
                upsert.setObject(10, row.approvedOn);
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
