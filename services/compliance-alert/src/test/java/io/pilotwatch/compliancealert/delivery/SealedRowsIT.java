package io.pilotwatch.compliancealert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.Secrets;
import io.pilotwatch.platform.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What lay open in the database before there was a seal, and what a former key had sealed. */
@QuarkusTest
class SealedRowsIT {

    private static final String ADDRESS = "https://example.org/robot?key=k-of-a-robot";
    private static final String SECRET = "whsec_c2VjcmV0";

    @Inject
    SealedRows rows;

    @Inject
    SecretRows secretRows;

    @Inject
    SubscriptionRows subscriptionRows;

    @Inject
    Sealing sealing;

    @Inject
    Sql sql;

    @Test
    void whatLiesOpenIsSealedAtTheNextStartAndReadAsBefore() {
        var id = stored(ADDRESS, SECRET);

        assertEquals(2, seal(rows));

        assertTrue(inTheDatabase(id).stream().allMatch(sealing::isSealed), inTheDatabase(id)::toString);
        assertEquals(ADDRESS, subscriptionRows.find(id).orElseThrow().target());
        assertEquals(SECRET, secretRows.present(id).orElseThrow().secret());
        assertEquals(0, seal(rows));
    }

    @Test
    void afterAChangeOfKeysEverythingIsSealedByTheNewOne() {
        var id = stored(ADDRESS, SECRET);
        seal(rows);
        var next = new Sealing(
                Optional.of(Base64.getEncoder().encodeToString(new Secrets().bytes(32))),
                Optional.of(List.of("dGVzdHMtYWxvbmUtc2VhbC13aXRoLXRoaXMta2V5LSE=")),
                new Secrets());

        QuarkusTransaction.begin();
        try {
            assertTrue(new SealedRows(sql, next).sealAll() >= 2);
            assertTrue(inTheDatabase(id).stream().allMatch(next::isSealed), inTheDatabase(id)::toString);
        } finally {
            // The other tests go on with theirs.
            QuarkusTransaction.rollback();
        }
    }

    private static int seal(SealedRows rows) {
        return QuarkusTransaction.requiringNew().call(rows::sealAll);
    }

    private List<String> inTheDatabase(UUID id) {
        return sql.read(
                "select target from subscription where subscription_id = ? union all"
                        + " select secret from subscription_secret where subscription_id = ?",
                row -> row.getString(1),
                id,
                id);
    }

    /** As an older version left it. */
    private UUID stored(String target, String secret) {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            sql.write(
                    "insert into subscription (subscription_id, revision, account, agency, channel, target, rules,"
                            + " least_severity, fields, timing, language, state, created_at) values (?, 1, 'nobody',"
                            + " 'nobody', 'WEBHOOK', ?, ?, 'INFO', ?, 'AT_ONCE', 'en', 'DELETED', ?)",
                    id,
                    target,
                    List.of(),
                    List.of(),
                    Instant.EPOCH);
            sql.write(
                    "insert into subscription_secret (subscription_id, number, kind, secret, created_at)"
                            + " values (?, 1, 'HMAC', ?, ?)",
                    id,
                    secret,
                    Instant.EPOCH);
        });
        return id;
    }
}
