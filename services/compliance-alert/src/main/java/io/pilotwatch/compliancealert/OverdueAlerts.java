package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Alerts that say that something is overdue and that nobody has put an end to, by the agency that is asked about them. */
@ApplicationScoped
public class OverdueAlerts {

    /** The rules that speak of what should have been done by now. */
    private static final List<String> RULES = Rules.ALL.stream()
            .map(Rule::name)
            .filter(name -> name.endsWith("_OVERDUE") || name.equals("DEADLINE_MISSED"))
            .toList();

    private final DataSource database;
    private final AlertRows alerts;

    OverdueAlerts(DataSource database, AlertRows alerts) {
        this.database = database;
        this.alerts = alerts;
    }

    /** Those of these agencies that are not muted; an agency without any is absent. */
    public Map<String, List<Alert>> of(List<String> agencies) {
        var found = new HashMap<String, List<Alert>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select asked.agency, a.* from unnest(?) as asked(agency)"
                        + " join alert a on a.agencies @> array[asked.agency] where a.rule = any(?)"
                        + " and a.state in ('OPEN', 'ACKNOWLEDGED') and a.muted is null order by a.alert_id")) {
            select.setArray(1, connection.createArrayOf("text", agencies.toArray()));
            select.setArray(2, connection.createArrayOf("text", RULES.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString("agency"), agency -> new ArrayList<>())
                            .add(alerts.read(rows).alert());
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return found;
    }
}
