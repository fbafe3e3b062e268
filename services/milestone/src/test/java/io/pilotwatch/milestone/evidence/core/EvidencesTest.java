package io.pilotwatch.milestone.evidence.core;

import static io.pilotwatch.milestone.Shipped.PILOT;
import static io.pilotwatch.milestone.Shipped.PROGRAMME;
import static io.pilotwatch.milestone.Shipped.act;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.EvidenceShared;
import io.pilotwatch.contracts.RecordEvent.EvidenceVerified;
import io.pilotwatch.milestone.evidence.core.Evidences.Attachment;
import io.pilotwatch.milestone.evidence.core.Evidences.Piece;
import io.pilotwatch.milestone.evidence.core.Evidences.Surroundings;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class EvidencesTest {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final List<String> MILESTONES = List.of("m1", "m3");

    private static Attachment attachment(String kind, EvidenceLevel level, String milestone, String from, String to) {
        return new Attachment(
                "上线测试报告.pdf", "application/pdf", HASH, 482_133, kind, level, milestone, day(from), day(to));
    }

    private static Attachment usual() {
        return attachment("test-report", EvidenceLevel.DECLARED, "m3", "2022-10-01", "2022-12-31");
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static Piece piece(String pilotId, String id, long revision, EvidenceLevel level, String milestone) {
        return new Piece(
                pilotId,
                revision,
                new Evidence(
                        id, milestone, "test-report", level, HASH, 482_133, "application/pdf", "同.pdf", null, null));
    }

    private static Decision<List<Piece>> attach(Attachment in, Piece... same) {
        return Evidences.attach(PROGRAMME, new Surroundings(MILESTONES, List.of(same)), "e-9", in, act("2022-12-01"));
    }

    record Wrong(String sentence, Attachment in, Refusal why) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Wrong> WRONG = List.of(
            new Wrong(
                    "A kind that the programme does not have",
                    attachment("rumour", EvidenceLevel.DECLARED, "m3", null, null),
                    Refusal.EVIDENCE_KIND_UNKNOWN),
            new Wrong(
                    "The authority's level, which a team cannot give itself",
                    attachment("document", EvidenceLevel.AUTHORITY, "m3", null, null),
                    Refusal.EVIDENCE_LEVEL_UNKNOWN),
            new Wrong(
                    "A milestone that is not in the task book",
                    attachment("document", EvidenceLevel.DECLARED, "m9", null, null),
                    Refusal.MILESTONE_UNKNOWN),
            new Wrong(
                    "Half a period",
                    attachment("document", EvidenceLevel.DECLARED, "m3", "2022-10-01", null),
                    Refusal.PERIOD_INCOMPLETE),
            new Wrong(
                    "A period that runs backwards",
                    attachment("document", EvidenceLevel.DECLARED, "m3", "2022-10-02", "2022-10-01"),
                    Refusal.PERIOD_BACKWARDS));

    @ParameterizedTest
    @FieldSource("WRONG")
    void whatIsNotTaken(Wrong wrong) {
        assertEquals(new Refused<>(wrong.why()), attach(wrong.in()));
    }

    @Test
    void aFileIsAttachedAndTold() {
        var decided = (Decided<List<Piece>>) attach(usual());

        var piece = decided.state().getFirst();
        assertEquals(1, piece.revision());
        assertEquals("application/pdf", piece.told().mediaType());
        assertEquals(List.of(new EvidenceAttached(PILOT, 1, piece.told(), "team-028")), decided.events());
    }

    @Test
    void theSameFileAgainToTheSameMilestoneAsTheSameKindIsRefused() {
        var same = piece(PILOT, "e-1", 1, EvidenceLevel.DECLARED, "m3");

        assertEquals(new Refused<>(Refusal.EVIDENCE_ALREADY_ATTACHED), attach(usual(), same));
    }

    @Test
    void theSameFileMayBackUpAnotherMilestoneWhichIsNobodyElsesNews() {
        var decided = (Decided<List<Piece>>) attach(usual(), piece(PILOT, "e-1", 1, EvidenceLevel.DECLARED, "m1"));

        assertEquals(1, decided.events().size());
        assertEquals(1, decided.state().size());
    }

    @Test
    void theSameContentOnOtherPilotsIsToldOfTheNewcomerAndOfEachOfTheOthersOnce() {
        var decided = (Decided<List<Piece>>) attach(
                usual(),
                piece("BP-031", "e-1", 4, EvidenceLevel.AUTHORITY, "m1"),
                piece("BP-031", "e-2", 1, EvidenceLevel.DECLARED, null),
                piece("BP-007", "e-3", 1, EvidenceLevel.DECLARED, "m3"));

        assertEquals(
                List.of("BP-028 2 [BP-007, BP-031]", "BP-007 2 [BP-028, BP-031]", "BP-031 5 [BP-007, BP-028]"),
                shared(decided));
        assertEquals(
                List.of("e-9", "e-3", "e-1"),
                decided.state().stream().map(p -> p.told().evidenceId()).toList());
    }

    @Test
    void aPilotThatIsKnownToHaveItIsNoNewsToTheOthers() {
        var decided = (Decided<List<Piece>>) attach(
                usual(),
                piece("BP-031", "e-1", 2, EvidenceLevel.DECLARED, "m1"),
                piece(PILOT, "e-2", 2, EvidenceLevel.DECLARED, "m1"));

        assertEquals(List.of("BP-028 2 [BP-031]"), shared(decided));
    }

    private static List<String> shared(Decided<List<Piece>> decided) {
        return decided.events().stream()
                .skip(1)
                .map(EvidenceShared.class::cast)
                .map(e -> e.pilotId() + " " + e.revision() + " " + e.otherPilots())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theLeadVouchesForWhatNobodyInOfficeHasVouchedFor(EvidenceLevel level) {
        var decision = Evidences.verify(piece(PILOT, "e-1", 1, level, "m3"), "已核验", act("2022-12-01"));

        switch (level) {
            case AUTHORITY -> assertEquals(new Refused<>(Refusal.EVIDENCE_ALREADY_VERIFIED), decision);
            case DECLARED, THIRD_PARTY -> {
                var decided = (Decided<Piece>) decision;
                assertEquals(2, decided.state().revision());
                assertEquals(EvidenceLevel.AUTHORITY, decided.state().told().level());
                assertEquals(
                        List.of(new EvidenceVerified(PILOT, 2, decided.state().told(), "已核验", "team-028")),
                        decided.events());
            }
        }
    }
}
