package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Notices of made-up alerts of a pilot of the tax field; each alert is new. */
final class Said {

    static final Instant AT = Instant.parse("2022-03-01T01:00:00Z");
    static final String STA = "sta";

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private Said() {}

    static Alert alert(String pilotId, String rule, Severity severity) {
        return new Alert(
                pilotId + "." + rule + ".m" + NUMBER.incrementAndGet() + ".1",
                pilotId,
                rule,
                "m1",
                1,
                severity,
                1,
                1,
                AlertState.OPEN,
                new Text("里程碑逾期 1 天", "The milestone is overdue by at least 1 day"),
                AT,
                AT,
                false,
                List.of(),
                null);
    }

    static Notice raised(Alert alert) {
        return new Notice(Notice.Kind.RAISED, alert, 1, STA, alert.text());
    }

    static Notice cleared(Alert alert) {
        return new Notice(
                Notice.Kind.CLEARED, alert.in(AlertState.CLEARED), 2, STA, new Text("里程碑已完成", "It was reached"));
    }
}
