package io.pilotwatch.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON in the one form that is signed: RFC 8785, by which the same content is the same bytes everywhere.
 *
 * <p>That form knows no numbers but IEEE doubles. A number that a double gives back as it was said (0.1, 12, 99.95) is
 * written as a number; any other (123456789012345678, 1234567890123456.78) would silently become its neighbour and is
 * written as a string with its exact decimal value instead. Trailing zeros carry no value: 1.10 is 1.1.
 */
public final class CanonicalJson {

    /** Beyond this many digits before or after the point, a decimal is written with an exponent. */
    private static final int LONGEST_PLAIN = 40;

    private CanonicalJson() {}

    /** The same content in that form. */
    public static String of(JsonNode json) {
        try {
            return new JsonCanonicalizer(exact(json).toString()).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode exact(JsonNode json) {
        return switch (json) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), exact(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(item -> copy.add(exact(item)));
                yield copy;
            }
            default -> json.isNumber() ? number(json.decimalValue()) : json;
        };
    }

    private static JsonNode number(BigDecimal exact) {
        double nearest = exact.doubleValue();
        return Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0
                ? JsonNodeFactory.instance.numberNode(nearest)
                : JsonNodeFactory.instance.textNode(text(exact.stripTrailingZeros()));
    }

    private static String text(BigDecimal exact) {
        return Math.abs((long) exact.scale()) <= LONGEST_PLAIN ? exact.toPlainString() : exact.toString();
    }
}
