package io.pilotwatch.platform.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.audit.AuditEntry;
import io.pilotwatch.platform.audit.AuditRows;
import io.pilotwatch.platform.audit.AuditRows.Wanted;
import io.pilotwatch.platform.audit.Outcome;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who saw and did what in the service at hand. For the programme office too: operators should not be the only ones to read of operators. */
@Path("/{service: [a-z-]+}/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
public class AuditPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Frame frame, Text name, Page<Entry> page, Asked asked, String first, ZoneId zone);
    }

    /** What was asked of the list. */
    public static class Asked {
        @QueryParam("account")
        public String account;

        @QueryParam("pilot")
        public String pilot;

        @QueryParam("from")
        public String from;

        @QueryParam("to")
        public String to;

        @QueryParam("cursor")
        public String cursor;
    }

    /** An entry for people. {@code about} has the subject and the filters, a line each. */
    public record Entry(
            long position,
            Instant at,
            String account,
            boolean nobody,
            List<String> roles,
            String what,
            List<String> about,
            Text outcome,
            String status,
            String from) {}

    private final Frames frames;
    private final AuditRows rows;

    AuditPages(Frames frames, AuditRows rows) {
        this.frames = frames;
        this.rows = rows;
    }

    /** Those asked for, newest first. */
    @GET
    public Response list(@PathParam("service") String service, @BeanParam Asked asked, @Context UriInfo uri) {
        var frame = frames.frame(service);
        int limit = Page.limit(null);
        var wanted =
                new Wanted(day("from", asked.from, 0), day("to", asked.to, 1), text(asked.account), text(asked.pilot));
        var found = rows.latest(wanted, Page.after(asked.cursor, Long.MAX_VALUE, Long::valueOf), limit + 1).stream()
                .map(written -> entry(written.position(), written.at(), rows.read(written)))
                .toList();
        var page = Page.of(found, limit, entry -> Long.toString(entry.position()), uri);
        return frames.page(
                Templates.list(frame, OperationsWord.service(service), page, asked, first(asked, uri), zone()));
    }

    /** The first page of the same list; null on that page. */
    @Nullable
    private static String first(Asked asked, UriInfo uri) {
        if (asked.cursor == null) {
            return null;
        }
        var address = uri.getRequestUriBuilder().replaceQueryParam("cursor").build();
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private static Entry entry(long position, Instant at, JsonNode said) {
        var about = new ArrayList<String>();
        var pilot = said.path("pilot").asText();
        if (!pilot.isEmpty() && !said.path("subject").has("pilotId")) {
            about.add(pilot);
        }
        said.path("subject")
                .properties()
                .forEach(value -> about.add(value.getValue().asText()));
        said.path("asked")
                .properties()
                .forEach(value -> about.add(value.getKey() + " = " + String.join(", ", texts(value.getValue()))));
        return new Entry(
                position,
                at,
                said.path("account").asText(),
                said.path("account").asText().equals(AuditEntry.NOBODY),
                texts(said.path("roles")),
                said.path("method").asText() + " " + said.path("route").asText(),
                about,
                Outcome.ofWord(said.path("outcome").asText()).text(),
                (said.path("status").asText() + " " + said.path("code").asText()).strip(),
                said.path("from").asText());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The beginning of the day, or of one after it. */
    @Nullable
    private Instant day(String name, @Nullable String said, int later) {
        try {
            return text(said) == null
                    ? null
                    : LocalDate.parse(said).plusDays(later).atStartOfDay(zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(name, AuditWord.BAD_DATE.text());
        }
    }

    @Nullable
    private static String text(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    private ZoneId zone() {
        return frames.programme().zone();
    }
}
