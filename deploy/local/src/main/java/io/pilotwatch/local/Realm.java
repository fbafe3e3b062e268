package io.pilotwatch.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The realm that Keycloak imports at its first start: the committed one, and one team user for each entry of the lists,
 * so that nobody has to keep 179 users by hand.
 */
final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Realm() {}

    static void write(Settings settings, Path target) throws IOException {
        Path committed = settings.root().resolve("deploy/keycloak/pilotwatch-realm.json");
        List<Path> lists = List.of(
                settings.demonstration().resolve("pilots.csv"),
                settings.demonstration().resolve("synthetic-pilots.csv"));
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        JSON.writeValue(fresh.toFile(), withTeams(committed, lists));
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static JsonNode withTeams(Path committed, List<Path> lists) throws IOException {
        JsonNode realm = JSON.readTree(committed.toFile());
        ArrayNode users = realm.withArray("users");
        for (Path list : lists) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
                for (NamedCsvRecord row : rows) {
                    users.add(team(Integer.parseInt(row.getField("seq")), row.getField("organisation_zh")));
                }
            }
        }
        return realm;
    }

    private static ObjectNode team(int number, String organisation) {
        String digits = "%03d".formatted(number);
        ObjectNode user = JSON.createObjectNode();
        user.put("username", "team-" + digits);
        user.put("enabled", true);
        user.put("email", "team-" + digits + "@example.org");
        user.put("emailVerified", true);
        user.put("firstName", "Pilot team");
        user.put("lastName", digits);
        user.putArray("requiredActions");
        user.putArray("realmRoles").add("pilot-team");
        user.putObject("attributes").putArray("organisations").add(organisation);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", Tokens.PASSWORD)
                .put("temporary", false);
        return user;
    }
}
