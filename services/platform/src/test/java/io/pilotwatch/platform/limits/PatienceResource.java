package io.pilotwatch.platform.limits;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.LiveStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A resource that takes its time, to try what its callers may take of it. */
@Path("/platform/api/v1/patience")
@RolesAllowed({Caller.PROGRAMME_OFFICE, Caller.PILOT_TEAM, Caller.VIEWER})
public class PatienceResource {

    /** More than lies between us and a reader who does not read. */
    private static final int LARGE = 64 * 1024 * 1024;

    /** Lets those go who wait. */
    static final Semaphore GATE = new Semaphore(0);

    static final AtomicInteger WAITING = new AtomicInteger();
    static final AtomicInteger WRITING = new AtomicInteger();

    private final LiveStream live;

    PatienceResource(LiveStream live) {
        this.live = live;
    }

    @GET
    public String atOnce() {
        return "here";
    }

    @GET
    @Path("/gate")
    public String waiting() throws InterruptedException {
        WAITING.incrementAndGet();
        try {
            return GATE.tryAcquire(30, TimeUnit.SECONDS) ? "through" : "never";
        } finally {
            WAITING.decrementAndGet();
        }
    }

    @POST
    @Path("/bodies")
    @Consumes(MediaType.TEXT_PLAIN)
    public String body(String body) {
        return Integer.toString(body.length());
    }

    /** Reads only when it is let go. */
    @POST
    @Path("/late")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public String late(InputStream body) throws InterruptedException, IOException {
        waiting();
        return Integer.toString(body.readAllBytes().length);
    }

    @GET
    @Path("/large")
    public StreamingOutput large() {
        return out -> {
            WRITING.incrementAndGet();
            try {
                var piece = new byte[64 * 1024];
                for (int i = 0; i < LARGE / piece.length; i++) {
                    out.write(piece);
                }
            } finally {
                WRITING.decrementAndGet();
            }
        };
    }

    @GET
    @Path("/stream")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> stream(@Context HttpHeaders headers) {
        return live.of(
                Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item("hello"),
                                Multi.createFrom().nothing()),
                headers);
    }
}
