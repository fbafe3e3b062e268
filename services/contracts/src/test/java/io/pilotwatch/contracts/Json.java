package io.pilotwatch.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The mapper that production uses, and one that is stricter than it: what the strict one reads, production reads. */
final class Json {

    private Json() {}

    /** As the services are configured. */
    static JsonMapper production() {
        return asInProduction(JsonMapper.builder()).build();
    }

    /** Refuses what production lets pass: unknown, missing, null where not {@link Nullable}, and texts for numbers. */
    static JsonMapper strict() {
        return asInProduction(JsonMapper.builder())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new AnnotationIntrospectorPair(
                        new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
                .build();
    }

    static ObjectMapper yaml() {
        return asInProduction(YAMLMapper.builder()).build();
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B asInProduction(B builder) {
        return builder.addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, null));
    }

    /** Every component is required and not null, but for those marked {@link Nullable} or {@link AddedLater}. */
    private static final class RequiredUnlessNullable extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return !mayBeAbsent(member);
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            return mayBeAbsent(annotated)
                    ? JsonSetter.Value.empty()
                    : JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
        }

        private static boolean mayBeAbsent(Annotated annotated) {
            return annotated.hasAnnotation(Nullable.class) || annotated.hasAnnotation(AddedLater.class);
        }
    }
}
