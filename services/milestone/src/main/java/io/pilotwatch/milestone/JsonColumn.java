package io.pilotwatch.milestone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.milestone.core.Situation;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A column that holds something as JSON, as events and answers say it. */
class JsonColumn<T> implements AttributeConverter<T, String> {

    /** Of a plan. */
    @Converter
    @Singleton
    static class OfPlan extends JsonColumn<MilestoneEvent.Plan> {
        OfPlan(ObjectMapper mapper) {
            super(mapper, MilestoneEvent.Plan.class);
        }
    }

    /** Of how a team sees its work. */
    @Converter
    @Singleton
    static class OfSituation extends JsonColumn<Situation> {
        OfSituation(ObjectMapper mapper) {
            super(mapper, Situation.class);
        }
    }

    private final ObjectMapper mapper;
    private final Class<T> type;

    JsonColumn(ObjectMapper mapper, Class<T> type) {
        this.mapper = mapper;
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return value == null ? null : mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public T convertToEntityAttribute(String json) {
        try {
            return json == null ? null : mapper.readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
