package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import io.pilotwatch.compliancealert.core.Vocabulary.Hit;
import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks through what a team posted for words of prohibited conduct. It never acts by itself: what it finds goes to a
 * person.
 *
 * <ul>
 *   <li>A strong word is an ALERT; with a negation in its clause a MENTION; with an override cue in its sentence ("名为…",
 *       "bypass …") a REVIEW instead.
 *   <li>A word inside a harmless longer one is nothing; with an override cue a REVIEW.
 *   <li>Two different weak words of one category in one sentence are a REVIEW; all negated, a MENTION.
 * </ul>
 */
public final class Screening {

    /**
     * What was found of one category.
     *
     * @param words as they stand in the text
     * @param excerpt the sentence in which the gravest stands, at most {@value #LONGEST_EXCERPT} characters
     */
    public record Finding(ConductOutcome outcome, String category, List<String> words, String excerpt) {}

    private static final int LONGEST_EXCERPT = 200;

    /** A word that counts, and for what. */
    private record Judged(Hit hit, ConductOutcome outcome, Span sentence) {}

    /** A sentence with all that was found in it. */
    private record Sentence(Span span, List<Span> clauses, List<Hit> hits) {

        boolean has(Role role) {
            return hits.stream().anyMatch(h -> h.term().role() == role);
        }

        List<Hit> of(Role role) {
            return hits.stream().filter(h -> h.term().role() == role).toList();
        }

        boolean isHarmless(Hit hit) {
            return of(Role.NEAR_MISS).stream().anyMatch(near -> near.at().covers(hit.at()));
        }

        /** A cue inside the word itself ("无需实名") says nothing about it. */
        boolean isNegated(Hit hit) {
            var clause = clauses.stream()
                    .filter(c -> c.overlaps(hit.at()))
                    .findFirst()
                    .orElse(span);
            return of(Role.NEGATION_CUE).stream()
                    .anyMatch(cue -> clause.covers(cue.at()) && !cue.at().overlaps(hit.at()));
        }
    }

    private final Vocabulary vocabulary;

    /** Screening by this vocabulary. */
    public Screening(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What was found, one finding per category, in the order of their names; empty for a harmless text. */
    public List<Finding> screen(String text) {
        var read = vocabulary.read(text);
        var judged = new ArrayList<Judged>();
        for (var span : read.sentences()) {
            var sentence = new Sentence(span, read.clauses(span), vocabulary.hits(read.plain(), span));
            sentence.of(Role.STRONG).forEach(hit -> judgeStrong(sentence, hit, judged));
            judgeWeak(sentence, judged);
        }
        return judged.stream()
                .collect(Collectors.groupingBy(j -> j.hit().term().category(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> finding(e.getKey(), e.getValue(), read))
                .toList();
    }

    private static void judgeStrong(Sentence sentence, Hit hit, List<Judged> judged) {
        var override = sentence.has(Role.OVERRIDE_CUE);
        var harmless = sentence.isHarmless(hit);
        if (harmless && !override) {
            return;
        }
        var negated = sentence.isNegated(hit);
        var doubtful = harmless || negated && override;
        var outcome = doubtful ? ConductOutcome.REVIEW : negated ? ConductOutcome.MENTION : ConductOutcome.ALERT;
        judged.add(new Judged(hit, outcome, sentence.span()));
    }

    private static void judgeWeak(Sentence sentence, List<Judged> judged) {
        var override = sentence.has(Role.OVERRIDE_CUE);
        sentence.of(Role.WEAK).stream()
                .filter(hit -> override || !sentence.isHarmless(hit))
                .filter(hit -> sentence.of(Role.STRONG).stream()
                        .noneMatch(strong -> strong.at().overlaps(hit.at())))
                .collect(Collectors.groupingBy(hit -> hit.term().category(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(hits ->
                        hits.stream().map(h -> h.term().text()).distinct().count() >= 2)
                .forEach(hits -> {
                    var mention = !override && hits.stream().allMatch(sentence::isNegated);
                    var outcome = mention ? ConductOutcome.MENTION : ConductOutcome.REVIEW;
                    hits.forEach(hit -> judged.add(new Judged(hit, outcome, sentence.span())));
                });
    }

    private static Finding finding(String category, List<Judged> judged, ScreenedText read) {
        var gravest = judged.stream()
                .max(Comparator.comparing(Judged::outcome)
                        .thenComparing(j -> -j.sentence().start()))
                .orElseThrow();
        var words = judged.stream()
                .filter(j -> j.outcome() == gravest.outcome())
                .map(j -> read.originally(j.hit().at()))
                .distinct()
                .toList();
        var excerpt = read.originally(gravest.sentence()).strip();
        return new Finding(
                gravest.outcome(),
                category,
                words,
                excerpt.length() > LONGEST_EXCERPT ? excerpt.substring(0, LONGEST_EXCERPT) + "…" : excerpt);
    }
}
