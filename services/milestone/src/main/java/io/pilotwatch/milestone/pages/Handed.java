package io.pilotwatch.milestone.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Ledger.Held;
import io.pilotwatch.platform.Receipt;
import io.pilotwatch.platform.pages.Spoken;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A receipt, as a person reads it.
 *
 * @param kind what was handed in
 * @param code the same as the receipt says it
 * @param at by the programme's clock
 * @param milestoneId null where it is not about one
 * @param title the milestone's; null without one
 * @param percent of an update; null otherwise
 * @param answers what it says
 * @param good whether the signature is
 */
public record Handed(
        Receipt receipt,
        Spoken kind,
        String code,
        String by,
        OffsetDateTime at,
        @Nullable String milestoneId,
        @Nullable Text title,
        @Nullable Integer percent,
        List<Answer> answers,
        boolean good) {

    private static final Map<String, Spoken> KINDS = Map.of(
            "application", Tell.APPLICATION,
            "task-book", Tell.TASK_BOOK,
            "update", Tell.UPDATE,
            "claim", Tell.CLAIM,
            "extension-request", Tell.EXTENSION,
            "evidence", Tell.EVIDENCE,
            "report", Tell.REPORT);

    /** Where in a submission something stands that its sender would look for; the rest is in the receipt itself. */
    private static final Map<String, Spoken> PLACES = places();

    private static final int MOST_OF_A_KIND = 20;

    private static Map<String, Spoken> places() {
        var places = new LinkedHashMap<String, Spoken>();
        places.put("/milestone/title", Word.MILESTONE);
        places.put("/update/percent", Say.PERCENT);
        places.put("/update/forecast", Say.FORECAST);
        places.put("/update/note", Say.NOTE);
        places.put("/update/selfRating", Say.SELF_RATING);
        places.put("/update/ratingReason", Say.RATING_REASON);
        for (int i = 0; i < MOST_OF_A_KIND; i++) {
            situation(places, i);
        }
        places.put("/newDue", Say.NEW_DUE);
        places.put("/reason", Say.REASON);
        places.put("/note", Say.REMARK);
        places.put("/fileName", Tell.FILE);
        places.put("/kind/name", Tell.KIND);
        places.put("/level/name", Tell.LEVEL);
        places.put("/size", Tell.SIZE);
        places.put("/period", Tell.PERIOD);
        places.put("/title", Tell.TITLE);
        places.put("/summary", Tell.SUMMARY);
        places.put("/selfRating", Say.SELF_RATING);
        places.put("/nextPlan", Tell.NEXT_PLAN);
        places.put("/plan/version", Tell.VERSION);
        return places;
    }

    private static void situation(Map<String, Spoken> places, int i) {
        places.put("/update/deviations/" + i + "/what", Say.WHAT_DEVIATED);
        places.put("/update/deviations/" + i + "/cause", Say.CAUSE);
        places.put("/update/deviations/" + i + "/correction", Say.CORRECTION);
        places.put("/update/risks/" + i + "/what", Say.WHAT_MAY);
        places.put("/update/risks/" + i + "/level", Say.LEVEL);
        places.put("/update/risks/" + i + "/response", Say.RESPONSE);
        places.put("/update/issues/" + i + "/what", Say.WHAT_WENT);
        places.put("/update/issues/" + i + "/needs", Say.NEEDS);
    }

    static Handed of(Held held, ZoneId zone, Locale l) {
        var payload = held.payload();
        var submission = payload.path("submission");
        var code = payload.path("kind").asText();
        var milestone = submission.path("milestone");
        var percent = submission.at("/update/percent");
        return new Handed(
                held.receipt(),
                KINDS.getOrDefault(code, Tell.OTHER_EVENT),
                code,
                payload.path("by").asText(),
                Instant.parse(payload.path("at").asText()).atZone(zone).toOffsetDateTime(),
                milestone.path("milestoneId").textValue() == null
                        ? submission.path("milestoneId").textValue()
                        : milestone.path("milestoneId").textValue(),
                milestone.path("title").isObject() ? text(milestone.path("title")) : null,
                percent.isNumber() ? percent.asInt() : null,
                answers(submission, l),
                held.good());
    }

    private static List<Answer> answers(JsonNode submission, Locale l) {
        var answers = new ArrayList<Answer>();
        PLACES.forEach((place, label) -> {
            var node = submission.at(place);
            if (node.isObject()
                    || node.isValueNode() && !node.isNull() && !node.asText().equals("NOT_RATED")) {
                answers.add(new Answer(place, label, value(place, node, l)));
            }
        });
        return List.copyOf(answers);
    }

    private static String value(String place, JsonNode node, Locale l) {
        if (node.isObject()) {
            return text(node).in(l);
        }
        if (place.endsWith("/selfRating")) {
            return Rating.valueOf(node.asText()).text().in(l);
        }
        if (place.endsWith("/level")) {
            return Say.valueOf(node.asText()).in(l);
        }
        return switch (place) {
            case "/update/percent" -> node.asText() + "%";
            case "/period" ->
                Period.ofCode(node.asText()).map(p -> p.text().in(l)).orElse(node.asText());
            case "/size" -> Piece.size(node.asLong());
            default -> node.asText();
        };
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("zh").asText(), node.path("en").asText());
    }

    /** The draft that this receipt ends; null where none is known. */
    @Nullable
    public String draft(String pilotId) {
        return milestoneId == null ? null : code + ":" + pilotId + ":" + milestoneId;
    }

    /** Whether everything is done and the milestone can be claimed next. */
    public boolean complete() {
        return percent != null && percent == 100;
    }
}
