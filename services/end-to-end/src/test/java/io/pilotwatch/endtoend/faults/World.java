package io.pilotwatch.endtoend.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that can be read from outside once everything has come to rest; what {@link Checker} judges and nothing else.
 *
 * @param now where the programme clock stands
 * @param books by pilot, what milestone says of it
 * @param told what stands in the topics, in the order of each partition
 * @param stories by pilot, what reporting says of it
 * @param watch what compliance-alert says
 * @param letters what could not be handled
 * @param rebuilt what reporting said of its views folded again: empty where they were equal, else why not
 */
record World(
        Instant now,
        Map<String, Book> books,
        List<Told> told,
        Map<String, Story> stories,
        Watch watch,
        Letters letters,
        List<String> rebuilt) {

    /** Where a record stands. */
    record Place(String topic, int partition, long offset) {}

    /** An update, as milestone's history or an event says it; {@code revision} is the milestone's after it. */
    record Update(String pilot, String milestone, String updateId, long revision, int percent, String note) {}

    /** An alert, as compliance-alert or an event says it. */
    record Alert(
            String alertId,
            String pilot,
            String rule,
            String subject,
            long revision,
            int level,
            String state,
            Instant raisedAt,
            boolean muted,
            List<String> agencies) {

        boolean isCleared() {
            return state.equals("CLEARED");
        }
    }

    /**
     * What a record says.
     *
     * @param id its {@code ce_id}, empty where it has none, as is {@code type}
     * @param pilot its key
     * @param hash of its value
     * @param update null unless it tells of one, as is {@code alert}
     */
    record Told(Place place, String id, String type, String pilot, String hash, Update update, Alert alert) {}

    /** A milestone as it stands, of a plan that is in force. */
    record Promise(String milestone, LocalDate due, long version, boolean closed, int percent) {}

    /**
     * A pilot at milestone.
     *
     * @param receipted ids of the updates for which the ledger has a receipt, in its order; null where it was not read
     * @param broken what is wrong with the ledger, here or at compliance-alert; null where nothing
     */
    record Book(List<Promise> promises, List<Update> updates, List<String> receipted, String broken) {}

    /** An event in reporting's journal. */
    record Happening(String eventId, String type) {}

    /**
     * A pilot at reporting.
     *
     * @param timeline oldest first
     * @param percents by milestone
     * @param alerts by alert id, the state that is shown
     */
    record Story(List<Happening> timeline, Map<String, Integer> percents, List<Shown> alerts) {}

    /** An alert as reporting shows it. */
    record Shown(String alertId, String state) {}

    /**
     * compliance-alert.
     *
     * @param recount what it says itself of alerts missing or too many; empty where there are none
     * @param agencies for which the receiver subscribed
     * @param deliveries that it says it planned for the receiver
     * @param received what came to the receiver
     */
    record Watch(
            List<Alert> alerts,
            List<String> recount,
            Set<String> agencies,
            List<Delivery> deliveries,
            List<Received> received) {}

    /** What one agency is told of one revision of an alert. */
    record Delivery(String deliveryId, About about, String kind, String state) {

        boolean isOfRaising() {
            return kind.equals("RAISED") || kind.equals("LEVEL_RAISED");
        }
    }

    /**
     * One request that came to the receiver.
     *
     * @param id its {@code webhook-id}
     * @param about its alert id is empty where it was about none
     * @param hash of its body
     * @param signed whether the signature was good
     * @param taken whether it was answered 2xx
     */
    record Received(String id, String type, About about, String hash, boolean signed, boolean taken) {}

    /** What is told of: one revision of an alert, to one agency. */
    record About(String agency, String alertId, long revision) {}

    /** A record that a service gave up. */
    record Letter(String service, Place place, String reason) {}

    /**
     * @param desks what stands at the services' desks
     * @param sent what they put into the dead-letter topics
     */
    record Letters(List<Letter> desks, List<Letter> sent) {}
}
