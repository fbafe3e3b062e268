package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import io.pilotwatch.compliancealert.core.Vocabulary.Hit;
import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks through what a team posted for words of prohibited conduct. It never acts by itself: what it finds goes to a
 * person, with the {@link ScreeningRule} that found it.
 *
 * <ul>
 *   <li>A strong word is an ALERT; denied, or told of in a sentence about rules, enforcement or teaching, a MENTION; denied
 *       in a sentence that takes the denial back ("名为…", "not that we …") a REVIEW.
 *   <li>A strong word that is a weak one too is nothing where lawful business of its category is told of.
 *   <li>A word inside a harmless longer one is nothing; with an override cue ("绕过…") a REVIEW.
 *   <li>A weak word is a REVIEW with another of its category in the sentence, with a lure, or written in disguise.
 *   <li>Money asked for and a return promised is a REVIEW, without any such word; so are a reward for bringing in people, a
 *       control against laundering that is dodged, and praise that leans on the state or on what is not so.
 * </ul>
 */
public final class Screening {

    /**
     * What was found of one category.
     *
     * @param rule the gravest that held
     * @param words as they stand in the text, all that this rule found
     * @param excerpt the sentence in which the first of them stands, at most {@value #LONGEST_EXCERPT} characters
     */
    public record Finding(ScreeningRule rule, String category, List<String> words, String excerpt) {

        /** How grave it is. */
        public ConductOutcome outcome() {
            return rule.outcome();
        }
    }

    /**
     * A word of the vocabulary where it stands in a text as it was written; {@code end} is exclusive.
     *
     * @param category of the word; {@link Vocabulary#ANY} for a cue of all
     */
    public record Marked(int start, int end, String category, Role role) {}

    private static final int LONGEST_EXCERPT = 200;

    /** A place that counts, and why. */
    private record Judged(String category, Span at, ScreeningRule rule, Span sentence) {}

    private final Vocabulary vocabulary;

    /** Screening by this vocabulary. */
    public Screening(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The vocabulary's version. */
    public String version() {
        return vocabulary.version();
    }

    /** The version in a form that sorts as versions do: 2026-11-27.10 after 2026-11-27.9. */
    public String sortableVersion() {
        int dot = version().indexOf('.');
        return "%s.%018d"
                .formatted(version().substring(0, dot), Long.parseLong(version().substring(dot + 1)));
    }

    /** What was found, one finding per category, in the order of their names; empty for a harmless text. */
    public List<Finding> screen(String text) {
        var read = vocabulary.read(text);
        var plain = read.plain();
        var hits = vocabulary.hits(read);
        return read.sentences().stream()
                .map(span -> new Sentence(
                        plain,
                        span,
                        hits.stream().filter(hit -> span.covers(hit.at())).toList()))
                .flatMap(Screening::judge)
                .collect(Collectors.groupingBy(Judged::category, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(judged -> finding(judged, read))
                .toList();
    }

    /** Every word of the vocabulary in the text, whether or not anything follows from it, for a person to see. */
    public List<Marked> marked(String text) {
        var read = vocabulary.read(text);
        return vocabulary.hits(read).stream()
                .map(hit -> {
                    var at = read.origin(hit.at());
                    return new Marked(
                            at.start(),
                            at.end(),
                            hit.term().category(),
                            hit.term().role());
                })
                .toList();
    }

    private static Stream<Judged> judge(Sentence sentence) {
        var strong = sentence.of(Role.STRONG).stream().flatMap(hit -> judgeStrong(sentence, hit).stream());
        return Stream.of(strong, judgeWeak(sentence), judgeTurns(sentence)).flatMap(s -> s);
    }

    private static Optional<Judged> judgeStrong(Sentence sentence, Hit hit) {
        if (isEveryday(sentence, hit) && sentence.isLawful(hit.term().category())) {
            return Optional.empty();
        }
        if (!sentence.isHarmless(hit)) {
            return Optional.of(judged(sentence, hit, sentence.excuse(hit.at()).orElse(ScreeningRule.STRONG_TERM)));
        }
        return sentence.isOverridden()
                ? Optional.of(judged(sentence, hit, ScreeningRule.HARMLESS_OVERRIDDEN))
                : Optional.empty();
    }

    /** A strong word that is listed as a weak one too has a lawful sense: 跑分 is a benchmark's score. */
    private static boolean isEveryday(Sentence sentence, Hit hit) {
        return sentence.of(Role.WEAK).stream()
                .anyMatch(weak -> weak.at().equals(hit.at())
                        && weak.term().category().equals(hit.term().category()));
    }

    private static Stream<Judged> judgeWeak(Sentence sentence) {
        return sentence.plainly(Role.WEAK).stream()
                .filter(hit -> !sentence.isLawful(hit.term().category()))
                .filter(hit -> sentence.of(Role.STRONG).stream()
                        .noneMatch(strong -> strong.at().overlaps(hit.at())))
                .collect(Collectors.groupingBy(hit -> hit.term().category()))
                .values()
                .stream()
                .flatMap(hits -> judgeWeak(sentence, hits));
    }

    /** Weak words of one category. */
    private static Stream<Judged> judgeWeak(Sentence sentence, List<Hit> hits) {
        var open = hits.stream().filter(hit -> isOpen(sentence, hit)).toList();
        if (open.stream().anyMatch(Hit::disguised)) {
            return open.stream().filter(Hit::disguised).map(hit -> judged(sentence, hit, ScreeningRule.DISGUISED_TERM));
        }
        if (makePair(sentence, open)) {
            return open.stream().map(hit -> judged(sentence, hit, ScreeningRule.WEAK_PAIR));
        }
        var lures = sentence.plainly(Role.LURE).stream()
                .filter(lure -> lure.term().serves(hits.getFirst().term().category()))
                .filter(lure -> isOpen(sentence, lure))
                .filter(lure -> open.stream().noneMatch(hit -> hit.at().overlaps(lure.at())))
                .toList();
        if (!open.isEmpty() && !lures.isEmpty()) {
            var category = open.getFirst().term().category();
            return Stream.concat(open.stream(), lures.stream())
                    .map(hit -> new Judged(category, hit.at(), ScreeningRule.WEAK_WITH_LURE, sentence.span()));
        }
        return makePair(sentence, hits)
                ? hits.stream().flatMap(hit -> sentence.excuse(hit.at()).map(e -> judged(sentence, hit, e)).stream())
                : Stream.empty();
    }

    private static boolean isOpen(Sentence sentence, Hit hit) {
        return sentence.excuse(hit.at())
                .filter(excuse -> excuse.outcome() == ConductOutcome.MENTION)
                .isEmpty();
    }

    /** Whether there are two different words; those of one enumeration count once, and so does one inside another. */
    private static boolean makePair(Sentence sentence, List<Hit> hits) {
        return hits.stream()
                .anyMatch(a -> hits.stream()
                        .anyMatch(b -> a.at().end() <= b.at().start()
                                && !a.term().text().equals(b.term().text())
                                && !sentence.enumerates(a.at(), b.at())));
    }

    /** What needs no word of the vocabulary. */
    private static Stream<Judged> judgeTurns(Sentence sentence) {
        var text = sentence.text();
        return Stream.of(
                        judgeTurn(
                                sentence,
                                PromisedReturn.CATEGORY,
                                PromisedReturn.find(text),
                                ScreeningRule.PROMISED_RETURN),
                        judgeTurn(
                                sentence,
                                RecruitReward.CATEGORY,
                                RecruitReward.find(text),
                                ScreeningRule.RECRUIT_REWARD),
                        judgeTurn(
                                sentence,
                                EvadedControl.CATEGORY,
                                EvadedControl.find(text),
                                ScreeningRule.EVADED_CONTROL),
                        judgeTurn(sentence, FalsePraise.CATEGORY, FalsePraise.find(text), ScreeningRule.FALSE_PRAISE))
                .flatMap(Optional::stream);
    }

    private static Optional<Judged> judgeTurn(
            Sentence sentence, String category, Optional<Span> found, ScreeningRule rule) {
        int from = sentence.span().start();
        return found.filter(_ -> !sentence.isLawful(category))
                .map(at -> new Span(from + at.start(), from + at.end()))
                .map(at -> new Judged(category, at, sentence.excuse(at).orElse(rule), sentence.span()));
    }

    private static Judged judged(Sentence sentence, Hit hit, ScreeningRule rule) {
        return new Judged(hit.term().category(), hit.at(), rule, sentence.span());
    }

    private static Finding finding(List<Judged> judged, ScreenedText read) {
        var gravest = judged.stream()
                .max(Comparator.comparing(Judged::rule)
                        .thenComparing(j -> -j.sentence().start()))
                .orElseThrow();
        var words = judged.stream()
                .filter(j -> j.rule() == gravest.rule())
                .sorted(Comparator.comparing(j -> j.at().start()))
                .map(j -> read.originally(j.at()))
                .distinct()
                .toList();
        var excerpt = read.originally(gravest.sentence()).strip();
        return new Finding(
                gravest.rule(),
                gravest.category(),
                words,
                excerpt.length() > LONGEST_EXCERPT ? excerpt.substring(0, LONGEST_EXCERPT) + "…" : excerpt);
    }
}
