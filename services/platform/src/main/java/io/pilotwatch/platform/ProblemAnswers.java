package io.pilotwatch.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.audit.AuditSubject;
import io.pilotwatch.platform.pages.ProblemPages;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Turns every failure into a problem answer: never a stack trace, never a bare 500 for bad input. */
public class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);
    private static final Text UNREADABLE = new Text("此处的值无法读取。", "This value cannot be read.");

    private static final Text BROKEN =
            new Text("请求正文不完整或格式有误。", "The body breaks off, or is not of the form that it says it is.");

    /** Of those who read forms, and how far from where they fail they may be. */
    private static final String FORMS = FormData.class.getPackageName() + ".";

    private static final int FRAMES = 4;

    private static final Text NO_ROOM =
            new Text("服务器暂无空间接收文件，请稍后重试。", "There is no room for files here just now; please try again later.");
    private static final java.nio.file.Path TEMPORARY = java.nio.file.Path.of(System.getProperty("java.io.tmpdir"));

    /** The body, RFC 9457 with {@code code} and {@code errors}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Body(
            String type, String code, String title, int status, String detail, String instance, List<Fault> errors) {
        record Fault(String pointer, String detail) {}

        static Body of(Problem problem, Locale locale, String path) {
            return new Body(
                    "urn:pilotwatch:problem:"
                            + problem.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                    problem.code(),
                    HttpTexts.of(problem.status()).in(locale),
                    problem.status(),
                    problem.text().in(locale),
                    path,
                    problem.faults().stream()
                            .map(f -> new Fault(f.pointer(), f.text().in(locale)))
                            .toList());
        }
    }

    private final ProblemPages pages;
    private final AuditSubject audited;
    private final HttpHeaders headers;
    private final UriInfo uri;

    ProblemAnswers(ProblemPages pages, AuditSubject audited, HttpHeaders headers, UriInfo uri) {
        this.pages = pages;
        this.audited = audited;
        this.headers = headers;
        this.uri = uri;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return answer(problem, headers, uri);
    }

    @ServerExceptionMapper(priority = 1)
    Response invalid(ConstraintViolationException e, HttpHeaders headers, UriInfo uri) {
        var faults = e.getConstraintViolations().stream()
                .map(v -> new Problem.Fault(pointer(v), new Text(v.getMessage(), v.getMessage())))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        var text = new Text("请求中有无效的值。", "The request has values that cannot be used.");
        return answer(new Problem(400, "INVALID_REQUEST", text, faults), headers, uri);
    }

    @ServerExceptionMapper(priority = 1)
    Response unreadable(JsonProcessingException e, HttpHeaders headers, UriInfo uri) {
        var text = new Text("请求正文不是有效的 JSON。", "The body is not the JSON that is expected here.");
        var pointer = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(p -> "/" + (p.getFieldName() == null ? p.getIndex() : p.getFieldName()))
                        .collect(Collectors.joining())
                : "";
        return answer(
                new Problem(400, "UNREADABLE_BODY", text, List.of(new Problem.Fault(pointer, UNREADABLE))),
                headers,
                uri);
    }

    /** Named by its own class, or Quarkus's mapper for just this one would answer in its own words. */
    @ServerExceptionMapper(priority = 1)
    Response mismatched(MismatchedInputException e, HttpHeaders headers, UriInfo uri) {
        return unreadable(e, headers, uri);
    }

    /**
     * A form that is none, or breaks off, unless its files found no room here. Whatever else a request's body can have wrong
     * has its own answer.
     */
    @ServerExceptionMapper
    Response brokenOff(IOException e, HttpHeaders headers, UriInfo uri) {
        if (findsNoRoom(headers)) {
            LOG.errorf("no room in %s for a request's files: %s", TEMPORARY, e.getMessage());
            return answer(Later.notNow("STORAGE_FULL", NO_ROOM), headers, uri);
        }
        return answer(new Problem(400, "UNREADABLE_BODY", BROKEN), headers, uri);
    }

    @ServerExceptionMapper(priority = 1)
    Response web(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json, headers, uri);
            }
        }
        var status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        var parameter = e instanceof NotFoundException && e.getCause() != null ? unreadableParameter(e, uri) : null;
        return parameter == null
                ? answer(Problem.of(status), headers, uri)
                : answer(Problem.badParameter(parameter, UNREADABLE), headers, uri);
    }

    /** The query parameter whose value the failure speaks of: such an address is not unknown, but wrongly asked. */
    private static String unreadableParameter(WebApplicationException e, UriInfo uri) {
        var said = String.valueOf(e.getCause().getMessage());
        return uri.getQueryParameters().entrySet().stream()
                .filter(p -> p.getValue().stream().anyMatch(said::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(Throwable e, HttpHeaders headers, UriInfo uri) {
        var answer = answer(new Problem(401, "NOT_SIGNED_IN", HttpTexts.of(401)), headers, uri);
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers, UriInfo uri) {
        return answer(new Problem(403, "ROLE_MISSING", HttpTexts.of(403)), headers, uri);
    }

    @ServerExceptionMapper
    Response anythingElse(Exception e, HttpHeaders headers, UriInfo uri) {
        if (DatabaseFailure.isTheirs(e)) {
            LOG.warnf("answering 503: %s", e.getMessage());
            return answer(Later.notReady(), headers, uri);
        }
        if (isOfAForm(e)) {
            return e.getCause() instanceof IOException failed
                    ? brokenOff(failed, headers, uri)
                    : answer(ofAForm(e), headers, uri);
        }
        LOG.errorf(e, "no answer for %s", uri.getPath());
        return answer(new Problem(500, "INTERNAL", HttpTexts.of(500)), headers, uri);
    }

    /** Whoever reads a form says what is wrong with it by failures that anything may have: only where they come from tells. */
    private static boolean isOfAForm(Exception e) {
        return Arrays.stream(e.getStackTrace())
                .limit(FRAMES)
                .anyMatch(at -> at.getClassName().startsWith(FORMS));
    }

    /** It counts fields and parts in one place. */
    private static Problem ofAForm(Exception e) {
        return e.getStackTrace()[0].getClassName().equals(FormData.class.getName())
                ? Problem.of(413)
                : new Problem(400, "UNREADABLE_BODY", BROKEN);
    }

    /** The answer in place of one that may not go out, for now. */
    public Response notReady() {
        return answer(Later.notReady(), headers, uri);
    }

    /** Files lie in the temporary folder until their request ends; one that failed has given its room back by now. */
    private static boolean findsNoRoom(HttpHeaders headers) {
        return headers.getLength() > TEMPORARY.toFile().getUsableSpace();
    }

    private Response answer(Problem problem, HttpHeaders headers, UriInfo uri) {
        audited.refused(problem.code());
        var answer = pages.isPage(headers, uri) ? pages.answer(problem) : json(problem, headers, uri);
        return problem instanceof Later later
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, later.seconds())
                        .build()
                : answer;
    }

    private static Response json(Problem problem, HttpHeaders headers, UriInfo uri) {
        var locale = Languages.of(headers);
        var body = Body.of(problem, locale, uri.getRequestUri().getPath());
        return Response.status(problem.status())
                .type("application/problem+json")
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .entity(body)
                .build();
    }

    /** The path without the method's and the body parameter's name: {@code update.body.percent} is {@code /percent}. */
    private static String pointer(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .map(node -> (node.getIndex() == null ? "" : "/" + node.getIndex()) + name(node))
                .collect(Collectors.joining());
    }

    /** An item of a list is called by its index alone. */
    private static String name(Path.Node node) {
        return node.getKind() == ElementKind.CONTAINER_ELEMENT ? "" : "/" + node.getName();
    }
}
