package io.pilotwatch.platform.testing;

import io.quarkus.arc.Arc;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the running service answers, as it knows itself: its resources, and the routes of its two routers. */
final class Routes {

    private static final Set<String> PASSED = Set.of("/", "/q/");

    private static final Predicate<HttpMethod> ASKED =
            method -> !List.of("HEAD", "OPTIONS", "CONNECT", "TRACE").contains(method.name());

    /**
     * One of them.
     *
     * @param takes the content type of its body, as far as its resource says so; null otherwise
     */
    record Known(String method, String path, String takes) {

        String name() {
            return method + " " + path;
        }
    }

    private Routes() {}

    /** All of them once, by name. */
    static List<Known> of(Router main, Router management) {
        return Stream.of(resources(), routes(main), routes(management), configured())
                .flatMap(found -> found)
                .sorted(Comparator.comparing(Known::name))
                .distinct()
                .toList();
    }

    private static Stream<Known> resources() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(a -> a.annotationType().getAnnotation(jakarta.ws.rs.HttpMethod.class))
                        .filter(http -> http != null)
                        .map(http -> new Known(http.value(), path(method), takes(method))));
    }

    /** Files and the end of a session are no routes of ours: they are settings. */
    private static Stream<Known> configured() {
        var config = ConfigProvider.getConfig();
        return Stream.of(
                        "/" + config.getValue("quarkus.web-bundler.bundle-path", String.class) + "/*",
                        config.getValue("quarkus.oidc.pages.logout.path", String.class))
                .map(path -> new Known("GET", path, null));
    }

    private static String path(Method method) {
        var at = method.getAnnotation(Path.class);
        var whole = "/" + method.getDeclaringClass().getAnnotation(Path.class).value() + "/"
                + (at == null ? "" : at.value());
        // What a parameter may look like is no part of its name.
        return whole.replaceAll("\\{\\s*(\\w+)\\s*:[^/]*?\\}(?=/|$|\\.)", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceFirst("(?<=.)/$", "");
    }

    private static String takes(Method method) {
        return Optional.ofNullable(method.getAnnotation(Consumes.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Consumes.class)))
                .map(consumes -> consumes.value()[0])
                .orElse(
                        method.isAnnotationPresent(jakarta.ws.rs.POST.class)
                                ? MediaType.APPLICATION_FORM_URLENCODED
                                : null);
    }

    /** A route for all that begins with nothing looks at requests on their way and answers none of its own. */
    private static Stream<Known> routes(Router router) {
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && !PASSED.contains(route.getPath()))
                .flatMap(Routes::methods);
    }

    private static Stream<Known> methods(Route route) {
        var path = route.getPath().replaceAll(":(\\w+)", "{$1}") + (route.isExactPath() ? "" : "*");
        return route.methods() == null
                ? Stream.of(new Known("GET", path, null))
                : route.methods().stream().filter(ASKED).map(method -> new Known(method.name(), path, null));
    }
}
