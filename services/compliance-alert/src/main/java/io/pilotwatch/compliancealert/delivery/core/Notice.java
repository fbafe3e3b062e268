package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/**
 * What one agency is to be told; told once for each alert's revision, kind and agency, however often it is said.
 *
 * @param alert as it stands after what happened; null where the notice is about no alert
 * @param revision of the alert; 0 without one
 * @param reason why it is said, in words: the alert's text, why it was cleared …
 */
public record Notice(Kind kind, @Nullable Alert alert, long revision, String agency, Text reason) {

    /** What happened. */
    public enum Kind {
        RAISED("alert.raised"),
        LEVEL_RAISED("alert.level-raised"),
        UNMUTED("alert.unmuted"),
        ACKNOWLEDGEMENT_EXPIRED("alert.acknowledgement-expired"),
        ESCALATED("alert.escalated"),
        CLEARED("alert.cleared"),
        DISMISSED("alert.dismissed"),
        /** What one subscription was to be told since its last digest. */
        DIGEST("alert.digest"),
        /** What is overdue on a day, or that nothing is. */
        HEARTBEAT("alert.heartbeat"),
        ENDPOINT_FAILING("endpoint.failing"),
        TEST("test");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** As a webhook's body names it. */
        public String type() {
            return type;
        }

        /** Whether it ends an alert: whoever was told of its beginning is told, whatever they want to hear by now. */
        public boolean resolves() {
            return this == CLEARED || this == DISMISSED;
        }
    }
}
