package io.pilotwatch.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Writes into a service's OpenAPI document what is true of all operations, so that no resource repeats it: who may call
 * ({@code x-roles}), the headers {@code Idempotency-Key}, {@code If-Match} and {@code Accept-Language}, the problem answers,
 * the examples of {@link ApiExamples}. Runs when the service is built. Paths are in order, so that the document of the same
 * sources is the same to the byte; pages are left out.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    private static final String SCHEME = "OpenIDConnect";
    private static final String WELL_KNOWN = "/auth/realms/pilotwatch/.well-known/openid-configuration";

    private final IndexView index;

    /** Reads annotations from this index. */
    public ApiDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var examples = ApiExamples.ofService();
        var paths = OASFactory.createPaths();
        new TreeMap<>(api.getPaths().getPathItems()).forEach((path, item) -> {
            if (path.contains("/api/")) {
                item.getOperations().forEach((method, operation) -> {
                    complete(path, method, operation);
                    examples.addTo(method + " " + path, operation);
                });
                paths.addPathItem(path, item);
            }
        });
        var components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        ApiProblems.addTo(components);
        var scheme = OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OPENIDCONNECT)
                .openIdConnectUrl(WELL_KNOWN)
                .description("An access token of the programme's identity provider, as Authorization: Bearer.");
        // Which part comes first is otherwise told by which class, a page's too, was read first.
        api.setComponents(null);
        api.setPaths(null);
        api.setPaths(paths);
        api.setComponents(components
                .schemas(components.getSchemas() == null ? Map.of() : new TreeMap<>(components.getSchemas()))
                .securitySchemes(Map.of(SCHEME, scheme)));
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        var source = source(operation.getOperationId());
        var roles = roles(source);
        if (!roles.isEmpty()) {
            operation.addExtension("x-roles", roles);
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, roles)));
        }
        var headers = headers(method, operation, source);
        var parameters =
                new ArrayList<>(Optional.ofNullable(operation.getParameters()).orElse(List.of()));
        parameters.addAll(headers);
        operation.setParameters(parameters);
        boolean conditional = headers.stream().anyMatch(h -> h.getName().equals("If-Match"));
        ApiProblems.addTo(path, method, operation, conditional);
    }

    private static List<Parameter> headers(PathItem.HttpMethod method, Operation operation, MethodInfo source) {
        var headers = new ArrayList<Parameter>();
        headers.add(header("Accept-Language", false, "The language of texts: zh-CN, or en for all else.", null));
        if (method == PathItem.HttpMethod.POST) {
            // What changes nothing needs no key.
            boolean maybeDry = Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                    .anyMatch(p -> "dryRun".equals(p.getName()));
            headers.add(header(
                    Idempotency.HEADER,
                    !maybeDry,
                    "A unique name for this request. The same request under the same name gets the first answer again"
                            + " for at least " + Idempotency.KEPT + "."
                            + (maybeDry ? " Not needed for a dry run." : ""),
                    200));
        }
        boolean required = method == PathItem.HttpMethod.PUT;
        boolean honoured = method == PathItem.HttpMethod.POST
                && annotation(source, HonoursIfMatch.class).isPresent();
        if (required || honoured) {
            headers.add(header(
                    "If-Match",
                    required,
                    "The ETag of the revision that the change is made for; * for any. 412 when it is another by now.",
                    null));
        }
        return headers;
    }

    private static Parameter header(String name, boolean required, String description, Integer longest) {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(name)
                .required(required)
                .description(description)
                .schema(ApiProblems.string().maxLength(longest));
    }

    private static List<String> roles(MethodInfo source) {
        if (source.hasDeclaredAnnotation(PermitAll.class)) {
            return List.of();
        }
        return annotation(source, RolesAllowed.class)
                .map(a -> Arrays.stream(a.value().asStringArray()).sorted().toList())
                .orElse(List.of());
    }

    private static Optional<AnnotationInstance> annotation(MethodInfo source, Class<?> type) {
        return Optional.ofNullable(source.declaredAnnotation(DotName.createSimple(type)))
                .or(() -> Optional.ofNullable(source.declaringClass().declaredAnnotation(DotName.createSimple(type))));
    }

    /** An operation's id is the class's simple name and the method's. */
    private MethodInfo source(String operationId) {
        var parts = operationId.split("_", 2);
        return index.getKnownClasses().stream()
                .filter(c -> parts[0].equals(c.simpleName()))
                .map(ClassInfo::methods)
                .flatMap(List::stream)
                .filter(m -> m.name().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no method is known for the operation " + operationId));
    }
}
