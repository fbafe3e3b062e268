package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.delivery.SubscriptionDesk;
import io.pilotwatch.compliancealert.delivery.SubscriptionHealth;
import io.pilotwatch.compliancealert.delivery.SubscriptionHealth.OfAgency;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which agencies hear of their alerts, for whoever answers for that. */
@Path(SubscriptionPages.PATH + "/health")
@Produces(MediaType.TEXT_HTML)
public class HealthPages {

    private static final int MOST = 200;

    /** The template, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance health(
                Frame frame, List<Reached> agencies, List<SubscriptionLines.Line> troubled);
    }

    /** An agency, and whether it is reached. */
    record Reached(
            Text name,
            OfAgency counts,
            NoticeWord word,
            @Nullable OffsetDateTime last) {

        /** Worst first. */
        private int rank() {
            return word.ordinal();
        }

        /** Whether somebody must look after it. */
        public boolean bad() {
            return word != NoticeWord.REACHED_YES;
        }
    }

    private final SubscriptionDesk desk;
    private final SubscriptionHealth health;
    private final SubscriptionLines lines;
    private final SubscriptionForms names;
    private final Frames frames;

    HealthPages(
            SubscriptionDesk desk,
            SubscriptionHealth health,
            SubscriptionLines lines,
            SubscriptionForms names,
            Frames frames) {
        this.desk = desk;
        this.health = health;
        this.lines = lines;
        this.names = names;
        this.frames = frames;
    }

    /** Agencies that are not reached first, and the ways that do not work. */
    @GET
    @RolesAllowed({Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public Response health() {
        var counted = health.byAgency().stream().collect(Collectors.toMap(OfAgency::agency, Function.identity()));
        var agencies = Stream.concat(addressed(frames.programme()), counted.keySet().stream())
                .distinct()
                .map(code -> reached(code, counted))
                .sorted(Comparator.comparing(Reached::rank))
                .toList();
        var troubled = health.of(desk.troubled(frames.caller(), MOST)).stream()
                .map(lines::line)
                .toList();
        return frames.page(Templates.health(frames.frame(), agencies, troubled));
    }

    /** Whoever is told of a pilot, or is escalated to. */
    private static Stream<String> addressed(Programme programme) {
        return Stream.concat(
                Stream.of(programme.office()),
                programme.fields().stream()
                        .flatMap(field -> Stream.of(field.lead(), field.superior()))
                        .filter(Objects::nonNull));
    }

    private Reached reached(String code, Map<String, OfAgency> counted) {
        var counts = counted.getOrDefault(code, new OfAgency(code, 0, 0, 0, 0, 0, null));
        var word = counts.working() == 0
                ? NoticeWord.UNREACHED
                : counts.failing() + counts.givenUp() > 0 ? NoticeWord.PARTLY : NoticeWord.REACHED_YES;
        return new Reached(names.agency(code), counts, word, lines.at(counts.lastReached()));
    }
}
