package io.pilotwatch.platform.testing;

import io.pilotwatch.platform.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Chains of receipts as another service would hand them over: rightly signed, and of no trace here. */
public final class Chains {

    private Chains() {}

    /** The first receipts of this pilot; other ones each time. */
    public static List<String> begunElsewhere(Ledger ledger, String pilotId, int length) {
        QuarkusTransaction.begin();
        try {
            for (int i = 0; i < length; i++) {
                ledger.add(pilotId, "application", "/elsewhere", Map.of("id", UUID.randomUUID()), "it");
            }
            return ledger.receipts(pilotId);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
