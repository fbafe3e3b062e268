package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The problem answers in the OpenAPI document: one schema, one answer a status, and which of them an operation can give. */
final class ApiProblems {

    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503);

    private ApiProblems() {}

    static void addTo(Components components) {
        components.addSchema("Problem", schema());
        STATUSES.forEach(status -> components.addResponse("Problem" + status, answer(status)));
    }

    /** @param conditional whether the operation takes If-Match */
    static void addTo(String path, PathItem.HttpMethod method, Operation operation, boolean conditional) {
        boolean body = operation.getRequestBody() != null;
        boolean changes = method != PathItem.HttpMethod.GET;
        var possible = new TreeSet<>(List.of(401, 403, 429, 503));
        addIf(possible, changes || operation.getParameters().size() > 1, 400);
        addIf(possible, path.contains("{"), 404);
        addIf(possible, changes, 409, 422);
        addIf(possible, body, 413, 415);
        addIf(possible, conditional, 412);
        addIf(possible, method == PathItem.HttpMethod.PUT, 428);
        operation.setResponses(with(operation.getResponses(), possible, method == PathItem.HttpMethod.POST));
    }

    /** Good answers as they are, problems in place of whatever was guessed. A POST that says nothing of its answer creates. */
    private static APIResponses with(APIResponses present, TreeSet<Integer> possible, boolean creates) {
        var answers = new TreeMap<String, APIResponse>();
        present.getAPIResponses().forEach((status, answer) -> {
            if (creates && status.equals("200") && isGuessed(answer)) {
                answers.put("201", answer.description("Created; its address is in Location."));
            } else if (!status.startsWith("4")) {
                answers.put(status, answer);
            }
        });
        possible.forEach(status -> answers.put(
                Integer.toString(status),
                OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status)));
        var all = OASFactory.createAPIResponses();
        answers.forEach(all::addAPIResponse);
        return all;
    }

    private static boolean isGuessed(APIResponse answer) {
        return answer.getContent() == null
                || answer.getContent().getMediaTypes().values().stream()
                        .allMatch(type -> type.getSchema() == null
                                || type.getSchema().getRef() == null
                                        && type.getSchema().getType() == null);
    }

    private static void addIf(TreeSet<Integer> statuses, boolean condition, Integer... added) {
        if (condition) {
            statuses.addAll(List.of(added));
        }
    }

    private static APIResponse answer(int status) {
        Text text = HttpTexts.of(status);
        return OASFactory.createAPIResponse()
                .description(text.en() + " / " + text.zh())
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Schema schema() {
        var fault = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", string().description("JSON pointer into the body, or a parameter's name"))
                .addProperty("detail", string().description("What is wrong there, in the caller's language"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457; texts in the language of Accept-Language.")
                .required(List.of("type", "code", "title", "status", "detail", "instance"))
                .addProperty("type", string().description("urn:pilotwatch:problem:, then the code in lower case"))
                .addProperty("code", string().description("Stable; programs decide by it"))
                .addProperty("title", string().description("What the status means"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", string().description("What is wrong"))
                .addProperty("instance", string().description("The path that was called"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(fault)
                                .description("The places at fault"));
    }

    static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
