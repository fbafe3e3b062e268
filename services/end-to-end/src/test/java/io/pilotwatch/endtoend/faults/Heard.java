package io.pilotwatch.endtoend.faults;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service keeps, looked up in its database. */
record Heard(Fleet fleet) {

    /** By pilot, what reporting's journal has of updates with a note of one of these, in the order in which it came. */
    Map<String, List<String>> updates(Map<String, List<String>> of) throws SQLException {
        var heard = new TreeMap<String, List<String>>();
        for (var pilot : of.entrySet()) {
            heard.put(
                    pilot.getKey(),
                    texts("reporting", """
                            select payload #>> '{update,note}' from journal where pilot_id = ?
                            and type = 'io.pilotwatch.milestone.updated.v1' order by position""", pilot.getKey()).stream()
                            .filter(pilot.getValue()::contains)
                            .toList());
        }
        return heard;
    }

    /** The first column of all rows, as text. */
    List<String> texts(String database, String query, String... parameters) throws SQLException {
        try (var connection = DriverManager.getConnection(fleet.database(database), database, database);
                var select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (var found = select.executeQuery()) {
                var all = new ArrayList<String>();
                while (found.next()) {
                    all.add(found.getString(1));
                }
                return all;
            }
        }
    }
}
