package io.pilotwatch.platform.pages;

import io.pilotwatch.platform.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** A problem as a page, where a person reads it. */
@ApplicationScoped
public class ProblemPages {

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance problem(Frame frame, Common title, Problem problem);
    }

    private final Frames frames;

    ProblemPages(Frames frames) {
        this.frames = frames;
    }

    /** Whether the present request is a browser's for a page; a script asks for something else. */
    public boolean isPage(HttpHeaders headers, UriInfo uri) {
        var accepted = headers.getHeaderString(HttpHeaders.ACCEPT);
        return !Paths.isApi(uri.getRequestUri().getPath())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML);
    }

    /** The page, with the problem's status. */
    public Response answer(Problem problem) {
        return frames.page(problem.status(), Templates.problem(frames.frame(), title(problem.status()), problem));
    }

    private static Common title(int status) {
        return switch (status) {
            case 401, 403 -> Common.NOT_ALLOWED;
            case 404 -> Common.NOT_FOUND;
            case 503 -> Common.NOT_READY;
            default -> Common.SOMETHING_WRONG;
        };
    }
}
