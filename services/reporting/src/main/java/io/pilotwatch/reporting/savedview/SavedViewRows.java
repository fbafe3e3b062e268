package io.pilotwatch.reporting.savedview;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.reporting.Filters;
import io.pilotwatch.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps views, inside the running transaction. */
@ApplicationScoped
class SavedViewRows {

    private record Row(UUID viewId, long revision, String account, String name, boolean shared, JsonNode filter) {}

    private static final String SELECT = "select view_id, revision, account, name, shared, filter from saved_view ";

    private final Sql sql;

    SavedViewRows(Sql sql) {
        this.sql = sql;
    }

    /** Those of an account and the shared ones, oldest first, after this id. */
    List<SavedView> visible(String account, UUID after, int limit) {
        return sql.read(
                SELECT + "where (account = ? or shared) and view_id > ? order by view_id limit ?",
                this::view,
                account,
                after,
                limit);
    }

    Optional<SavedView> find(UUID id) {
        return sql.read(SELECT + "where view_id = ?", this::view, id).stream().findFirst();
    }

    /** The names and ids of an account's views; nobody else saves one of them before this transaction ends. */
    List<SavedView> lock(String account) {
        sql.read("select pg_advisory_xact_lock(hashtextextended('saved_view ' || ?, 0))", row -> true, account);
        return sql.read(SELECT + "where account = ?", this::view, account);
    }

    void save(SavedView view) {
        sql.write(
                """
                insert into saved_view (view_id, revision, account, name, shared, filter)
                select view_id, revision, account, name, shared, filter
                from jsonb_to_recordset(?::jsonb)
                    as row(view_id uuid, revision bigint, account text, name text, shared boolean, filter jsonb)
                on conflict (view_id) do update set
                    revision = excluded.revision, name = excluded.name, shared = excluded.shared, filter = excluded.filter
                """,
                List.of(new Row(
                        view.viewId(),
                        view.revision(),
                        view.account(),
                        view.name(),
                        view.shared(),
                        sql.json(view.filter()))));
    }

    void delete(UUID id) {
        sql.read("delete from saved_view where view_id = ? returning view_id", row -> true, id);
    }

    private SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getObject("view_id", UUID.class),
                row.getLong("revision"),
                row.getString("account"),
                row.getString("name"),
                row.getBoolean("shared"),
                sql.value(row.getString("filter"), Filters.class));
    }
}
