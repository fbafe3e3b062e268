package io.pilotwatch.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Ledgers that somebody has laid hands on. */
final class Ledgers {

    private Ledgers() {}

    /** The same, but for one receipt (1 is the first), which says that another team handed it in. */
    static JsonNode withAnotherTeamInReceipt(int number, JsonNode ledger) {
        var edited = (ObjectNode) ledger.deepCopy();
        var parts = ledger.path("receipts").path(number - 1).asText().split("\\.");
        var said = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var instead = said.replace(Journey.TEAM, "team-102").getBytes(StandardCharsets.UTF_8);
        var payload = Base64.getUrlEncoder().withoutPadding().encodeToString(instead);
        edited.withArray("receipts").set(number - 1, parts[0] + "." + payload + "." + parts[2]);
        return edited;
    }
}
