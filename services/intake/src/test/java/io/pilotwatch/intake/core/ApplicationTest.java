package io.pilotwatch.intake.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.intake.core.Application.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicationTest {

    private static final Instant NOW = Instant.parse("2022-03-01T00:00:00Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void theProgrammeDecidesWhoMayApply(
            String sentence, String kind, List<String> fields, String region, String summary, IntakeRefusal refusal) {
        var wish = new Wish(kind, fields, "甲", region, summary, false);

        assertEquals(new Refused<>(refusal), Application.submit(Shipped.PROGRAMME, wish, 1001, "team", NOW));
    }

    static Stream<Arguments> refused() {
        var tax = List.of("tax");
        return Stream.of(
                arguments("no such kind", "special", tax, "北京市", "s", IntakeRefusal.KIND_UNKNOWN),
                arguments("no such field", "special-field", List.of("taxes"), "北京市", "s", IntakeRefusal.FIELD_UNKNOWN),
                arguments(
                        "covered ones too",
                        "comprehensive",
                        List.of("tax", "x"),
                        "北京市",
                        "s",
                        IntakeRefusal.FIELD_UNKNOWN),
                arguments("a field is needed", "special-field", List.of(), "北京市", "s", IntakeRefusal.ONE_FIELD_NEEDED),
                arguments(
                        "and only one",
                        "special-field",
                        List.of("tax", "energy"),
                        "北京市",
                        "s",
                        IntakeRefusal.ONE_FIELD_NEEDED),
                arguments("a region is one line", "special-field", tax, "北\n京", "s", IntakeRefusal.REGION_NOT_PLAIN),
                arguments(
                        "a summary has no bell",
                        "special-field",
                        tax,
                        "北京市",
                        "\u0007",
                        IntakeRefusal.SUMMARY_NOT_PLAIN));
    }

    @Test
    void aComprehensivePilotCoversFieldsInTheProgrammesOrder() {
        var submitted = submit(new Wish("comprehensive", List.of("tax", "energy", "tax"), "甲", "北京市", "s\nt", true));

        assertEquals(
                List.of("energy", "tax"), submitted.state().submission().facts().fields());
    }

    @Test
    void anApplicationIsToldAndWaits() {
        var submitted = submit(new Wish("special-field", List.of("tax"), "甲", "北京市", "s", true));

        var facts = submitted.state().submission().facts();
        assertEquals("BP-1001", facts.pilotId());
        assertEquals(Application.State.SUBMITTED, submitted.state().state());
        assertEquals(List.of(new ApplicationSubmitted("BP-1001", 1, facts, "team")), submitted.events());
    }

    @Test
    void approvalKeepsTheIdAndCountsOn() {
        var submitted = submit(new Wish("special-field", List.of("tax"), "甲", "北京市", "s", true));
        // 16:00 UTC is the next day in China.
        var now = Instant.parse("2022-05-31T16:00:00Z");

        var approved = (Decided<Application>) Application.approve(submitted.state(), Shipped.PROGRAMME, "office", now);

        var told = (PilotApproved) approved.events().getFirst();
        assertEquals("BP-1001", told.pilotId());
        assertEquals(2, told.revision());
        assertEquals(LocalDate.of(2022, 6, 1), told.pilot().approvedOn());
        assertEquals(true, told.pilot().synthetic());
        assertEquals(
                new Refused<>(IntakeRefusal.ALREADY_APPROVED),
                Application.approve(approved.state(), Shipped.PROGRAMME, "office", now));
    }

    private static Decided<Application> submit(Wish wish) {
        return (Decided<Application>) Application.submit(Shipped.PROGRAMME, wish, 1001, "team", NOW);
    }
}
