package io.pilotwatch.reporting;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers that a reader may keep and ask again whether they still hold. */
final class Tagged {

    private static final int PRECONDITION_FAILED = 412;

    private Tagged() {}

    /** The view with its strong tag; 304 where the reader has it. It is made only when it is sent. */
    static Response answer(Request request, String etag, Supplier<Object> view) {
        var tag = new EntityTag(etag);
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null && unchanged.build().getStatus() == PRECONDITION_FAILED) {
            throw new WebApplicationException(PRECONDITION_FAILED);
        }
        return unchanged != null
                ? unchanged.build()
                : Response.ok(view.get())
                        .tag(tag)
                        .header("Cache-Control", "private, no-cache")
                        .build();
    }
}
