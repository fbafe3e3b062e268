package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.Explained.Found;
import io.pilotwatch.compliancealert.ExplanationView.Finding;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Puts explanations into words. */
@ApplicationScoped
public class Explanations {

    private final Explaining explaining;
    private final FactsRows facts;
    private final RuleWords words;
    private final SentWords sent;
    private final Clock clock;
    private final Programme programme;

    Explanations(Explaining explaining, FactsRows facts, RuleWords words, SentWords sent, Clock clock) {
        this.explaining = explaining;
        this.facts = facts;
        this.words = words;
        this.sent = sent;
        this.clock = clock;
        this.programme = words.programme();
    }

    /** As {@link Explaining#explain}. */
    public Explained of(Caller caller, String pilotId, @Nullable String regulator, @Nullable Instant at) {
        var view = explaining.explain(caller, pilotId, regulator, at);
        // As things are called now: what a milestone was called then is in the sentences.
        var known = facts.find(pilotId).orElseGet(() -> Facts.none(pilotId));
        return new Explained(
                view,
                sent.at(view.at()),
                regulator == null ? null : sent.name(regulator, view.at()),
                found(view, known, true),
                found(view, known, false));
    }

    /** The present programme day. */
    public LocalDate today() {
        return programme.dayOf(clock.instant());
    }

    private List<Found> found(ExplanationView view, Facts known, boolean held) {
        return view.rules().stream()
                .filter(f -> f.held() == held)
                .map(f -> found(f, known))
                .toList();
    }

    private Found found(Finding f, Facts known) {
        return new Found(
                f,
                words.subject(known, f.subject()),
                words.said(f.rule().code(), f.inputs()),
                sent.at(f.expectedAt()),
                sent.at(f.nextAt()),
                f.history().stream().map(sent::happened).toList(),
                f.deliveries().stream().map(sent::sent).toList());
    }
}
