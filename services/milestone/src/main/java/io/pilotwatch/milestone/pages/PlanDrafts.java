package io.pilotwatch.milestone.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.DatabaseFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The plan that a team is still writing, as it stands in the form, however many milestones that has by now. */
@ApplicationScoped
class PlanDrafts {

    private static final Pattern FIELD = Pattern.compile("(milestones|indicators)\\..+|reason|revision");

    /** What the database cannot carry. */
    private static final Pattern UNFIT = Pattern.compile("[\\x00\\p{Cs}]");

    private static final String SAVE = "insert into plan_draft (pilot_id, content, saved_by, saved_at)"
            + " values (?, ?::jsonb, ?, ?) on conflict (pilot_id) do update set content = excluded.content,"
            + " saved_by = excluded.saved_by, saved_at = excluded.saved_at";

    private final DataSource database;
    private final ObjectMapper mapper;
    private final Clock clock;

    PlanDrafts(DataSource database, ObjectMapper mapper, Clock clock) {
        this.database = database;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A draft with whoever saved it last. */
    record Kept(Typed typed, String by, Instant at) {}

    /** What was kept for this revision of the task book; null where nothing was, or the task book moved on since. */
    @Nullable
    Kept of(String pilotId, long revision) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select content, saved_by, saved_at from plan_draft where pilot_id = ?")) {
            select.setString(1, pilotId);
            try (var found = select.executeQuery()) {
                if (!found.next()) {
                    return null;
                }
                var typed = new Typed(
                        mapper.readValue(found.getString(1), new TypeReference<Map<String, List<String>>>() {}));
                return typed.text("revision").equals(Long.toString(revision))
                        ? new Kept(
                                typed,
                                found.getString(2),
                                found.getObject(3, OffsetDateTime.class).toInstant())
                        : null;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void save(String pilotId, Typed typed, String by) {
        var kept = new LinkedHashMap<String, List<String>>();
        typed.values().forEach((name, said) -> {
            if (FIELD.matcher(name).matches() && !UNFIT.matcher(name).find()) {
                kept.put(
                        name,
                        said.stream()
                                .map(text -> UNFIT.matcher(text).replaceAll(""))
                                .toList());
            }
        });
        QuarkusTransaction.requiringNew().run(() -> put(pilotId, kept, by));
    }

    private void put(String pilotId, Map<String, List<String>> values, String by) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(SAVE)) {
            upsert.setString(1, pilotId);
            upsert.setString(2, mapper.writeValueAsString(values));
            upsert.setString(3, by);
            upsert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is being written any more; in the transaction of what ends it. */
    void forget(String pilotId) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from plan_draft where pilot_id = ?")) {
            delete.setString(1, pilotId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
