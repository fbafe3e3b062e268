package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import io.pilotwatch.compliancealert.core.Vocabulary.Hit;
import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence with all words of the vocabulary that stand in it, and what they do to each other. */
final class Sentence {

    /**
     * How far a negation reaches: to the end of its clause, and on from one short thing to the next of an enumeration:
     * "no mining, token sales or loans", 严禁炒币,挖矿.
     */
    private static final Pattern REACH = Pattern.compile(
            "[^,;]*(?:(?:,(?:[\\p{IsHan}]{1,6}|\\s*[a-z]+(?: [a-z]+){0,3} ?)){0,20},\\s*(?:(?:or|and|nor|any) )*(?:[a-z]+ ){0,2})?");

    private static final Pattern JOINT =
            Pattern.compile("[、和或及与等/ ]*(?:,? ?(?:and|or|and other|or other|such as|like) ?)?");

    private final String plain;
    private final Span span;
    private final Map<Role, List<Hit>> byRole;
    /** Turns of speech that take away what others of the sentence excuse. */
    private final List<Hit> overrides;

    private final List<Hit> negations;
    private final List<Hit> contexts;
    private final List<Hit> stops;

    Sentence(String plain, Span span, List<Hit> hits) {
        this.plain = plain;
        this.span = span;
        byRole = hits.stream().collect(Collectors.groupingBy(hit -> hit.term().role()));
        negations = of(Role.NEGATION_CUE).stream()
                .filter(cue -> !isHarmless(cue))
                .filter(cue -> noneOverlaps(of(Role.OVERRIDE_CUE), cue))
                .toList();
        stops = of(Role.STOPPED_CUE).stream()
                .filter(cue -> noneOverlaps(of(Role.OVERRIDE_CUE), cue))
                .toList();
        contexts = plainly(Role.CONTEXT_CUE);
        overrides = of(Role.OVERRIDE_CUE).stream()
                .filter(cue -> !isNegated(cue.at())
                        && contexts.stream()
                                .noneMatch(context ->
                                        context.at().end() <= cue.at().start()))
                .toList();
    }

    Span span() {
        return span;
    }

    String text() {
        return plain.substring(span.start(), span.end());
    }

    List<Hit> of(Role role) {
        return byRole.getOrDefault(role, List.of());
    }

    /** Words of this role that are not inside a harmless one. */
    List<Hit> plainly(Role role) {
        return of(role).stream().filter(hit -> !isHarmless(hit)).toList();
    }

    boolean isOverridden() {
        return !overrides.isEmpty();
    }

    boolean isHarmless(Hit hit) {
        return of(Role.NEAR_MISS).stream()
                .anyMatch(near ->
                        near.at().covers(hit.at()) && (!near.term().category().equals(Vocabulary.ANY) || isCue(hit)));
    }

    private static boolean isCue(Hit hit) {
        return hit.term().category().equals(Vocabulary.ANY);
    }

    /** Whether nothing but the joints of an enumeration stands between: 比特币、以太坊等虚拟货币. */
    boolean enumerates(Span a, Span b) {
        return JOINT.matcher(plain.substring(a.end(), b.start())).matches();
    }

    /** Whether the sentence tells of lawful business where this category's words are at home. */
    boolean isLawful(String category) {
        return !isOverridden()
                && of(Role.LAWFUL_CUE).stream().anyMatch(cue -> cue.term().serves(category));
    }

    /** Why what stands here is only mentioned; empty where nothing excuses it. */
    Optional<ScreeningRule> excuse(Span at) {
        if (stops.stream().anyMatch(cue -> cue.at().start() >= at.end()) || inContext(at)) {
            return Optional.of(ScreeningRule.QUOTED);
        }
        if (isNegated(at)) {
            return Optional.of(isOverridden() ? ScreeningRule.OVERRIDDEN_NEGATION : ScreeningRule.NEGATED);
        }
        return Optional.empty();
    }

    /** Context covers a whole sentence, but for what an override cue before it took away. */
    private boolean inContext(Span at) {
        return contexts.stream()
                .filter(cue -> !cue.at().overlaps(at))
                .anyMatch(cue -> overrides.stream()
                        .noneMatch(o -> o.at().start() <= cue.at().start()));
    }

    /** A cue inside the word itself ("无需实名") says nothing about it. */
    private boolean isNegated(Span at) {
        return negations.stream().anyMatch(cue -> cue.at().end() <= at.start() && reaches(cue, at));
    }

    private boolean reaches(Hit cue, Span at) {
        var between = new Span(cue.at().end(), at.start());
        if (of(Role.CONTRAST_CUE).stream().anyMatch(c -> between.covers(c.at()))) {
            return false;
        }
        return REACH.matcher(plain.substring(between.start(), between.end())).matches();
    }

    private static boolean noneOverlaps(List<Hit> others, Hit hit) {
        return others.stream().noneMatch(other -> other.at().overlaps(hit.at()));
    }
}
