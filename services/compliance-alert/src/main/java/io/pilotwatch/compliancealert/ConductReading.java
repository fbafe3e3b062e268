package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.ConductState;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.MarkedText;
import io.pilotwatch.compliancealert.core.Posted;
import io.pilotwatch.compliancealert.core.Screening;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A flag with all that a person needs in order to judge it. */
@ApplicationScoped
public class ConductReading {

    /**
     * What is read.
     *
     * @param toDecide whether the reader may decide on it, and nobody has
     * @param place where it was written
     * @param excerpt the sentence for which it was raised
     * @param posted all texts of the posting; empty where the journal does not have it
     */
    public record Read(
            ConductFlagView.WithHistory of, boolean toDecide, Text place, MarkedText excerpt, List<MarkedText> posted) {

        /** The flag. */
        public ConductFlagView flag() {
            return of.flag();
        }
    }

    private final ConductDesk desk;
    private final PilotDoor pilots;
    private final HeardRows journal;
    private final Screening screening;

    ConductReading(ConductDesk desk, PilotDoor pilots, HeardRows journal, Screening screening) {
        this.desk = desk;
        this.pilots = pilots;
        this.journal = journal;
        this.screening = screening;
    }

    /** For whoever may look at it. */
    public Read read(Caller caller, String flagId) {
        var of = desk.look(caller, flagId);
        var flag = of.flag();
        var facts = pilots.visible(caller, flag.pilotId());
        var lead = caller.is(Caller.PROGRAMME_OFFICE)
                || caller.mayLead(pilots.subject(facts.pilot().pilot()));
        return new Read(
                of,
                lead && flag.state().code().equals(ConductState.FOUND.name()),
                place(facts, flag.subject()),
                marked(flag, flag.excerpt()),
                posted(flag));
    }

    /** A milestone goes by its title. */
    private static Text place(Facts facts, String subject) {
        var promise = facts.milestones().get(subject);
        if (promise == null) {
            return Posted.place(subject);
        }
        var title = promise.milestone().title();
        return new Text("里程碑“%s”".formatted(title.zh()), "the milestone “%s”".formatted(title.en()));
    }

    private List<MarkedText> posted(ConductFlagView flag) {
        return journal.texts(Set.of(flag.pilotId())).getOrDefault(flag.pilotId(), List.of()).stream()
                .map(HeardRows.Heard::event)
                .filter(event -> event.revision() == flag.postingRevision()
                        && Posted.subject(event).equals(flag.subject()))
                .findFirst()
                .map(event -> Posted.texts(event).stream()
                        .map(text -> marked(flag, text))
                        .toList())
                .orElse(List.of());
    }

    private MarkedText marked(ConductFlagView flag, String text) {
        return MarkedText.of(text, screening.marked(text), flag.category().code(), flag.words());
    }
}
