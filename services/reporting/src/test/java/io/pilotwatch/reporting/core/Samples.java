package io.pilotwatch.reporting.core;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Programme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The files of contracts, read. */
public final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private Samples() {}

    /** The golden sample of the event of this name. */
    static Event of(String name) {
        try (var in = Event.class.getResourceAsStream("samples/" + name + ".sample.json")) {
            return JSON.readValue(in, type(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event as JSON has it. */
    static Event of(String name, String json) {
        try {
            return JSON.readValue(json, type(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The programme that is shipped. */
    public static Programme programme() {
        try (var in = Programme.class.getResourceAsStream("/programmes/blockchain-pilots.yaml")) {
            return YAMLMapper.builder().addModule(new JavaTimeModule()).build().readValue(in, Programme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<? extends Event> type(String name) {
        return Arrays.stream(EventType.values())
                .map(EventType::record)
                .filter(record -> record.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
