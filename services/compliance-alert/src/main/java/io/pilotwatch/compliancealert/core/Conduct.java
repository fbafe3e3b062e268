package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Flag.Verdict;
import io.pilotwatch.compliancealert.core.Screening.Finding;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.ConductConfirmed;
import io.pilotwatch.contracts.AlertEvent.ConductDismissed;
import io.pilotwatch.contracts.AlertEvent.ConductFlag;
import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.AlertEvent.OfConduct;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Nullable;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What becomes of flags: found, decided by a person, found otherwise or no longer by a newer vocabulary. */
public final class Conduct {

    /** A flag before and after; {@code before} is null where it is new. */
    public record Change(@Nullable Flag before, Flag after) {

        /** Whether something happened to it that its history keeps. */
        public boolean counts() {
            return before == null || after.changes() > before.changes();
        }
    }

    /** A text that was posted once. */
    public record Text(Event event, Instant at) {}

    private static final String MARK = ".conduct.";

    private Conduct() {}

    /** These flags and those of what a team wrote in the event. */
    static SortedMap<String, Flag> posted(
            SortedMap<String, Flag> flags, Event event, Instant time, Screening screening) {
        var found = found(event, time, screening);
        if (found.isEmpty()) {
            return flags;
        }
        var next = new TreeMap<>(flags);
        found.forEach((id, flag) -> next.merge(id, flag, Flag::and));
        return next;
    }

    /** These flags and what a person decided of one; what it decides on may be heard of later. */
    static SortedMap<String, Flag> judged(SortedMap<String, Flag> flags, OfConduct event, Instant time) {
        var verdict = switch (event) {
            case ConductConfirmed e -> new Verdict(true, e.reason(), e.by(), time);
            case ConductDismissed e -> new Verdict(false, e.reason(), e.by(), time);
            case ConductFlagged _ -> null;
        };
        if (verdict == null) {
            return flags;
        }
        var next = new TreeMap<>(flags);
        next.merge(
                event.flag().flagId(),
                unknown(event.flag(), time).decided(verdict, event.revision()),
                (known, told) -> known.changes() < event.revision() ? known.decided(verdict, event.revision()) : known);
        return next;
    }

    /** The pilot to which a flag with this id belongs; empty where it is no flag's. */
    public static Optional<String> pilotId(String flagId) {
        int mark = flagId.indexOf(MARK);
        return mark < 0 ? Optional.empty() : Optional.of(flagId.substring(0, mark));
    }

    /** A person's decision. */
    public static Decision<Flag> decide(Flag flag, boolean confirmed, String reason, String by, Instant now) {
        return switch (flag.state()) {
            case CONFIRMED, DISMISSED -> Decision.refused(ConductRefusal.CONDUCT_ALREADY_DECIDED);
            case NO_LONGER_FOUND -> Decision.refused(ConductRefusal.CONDUCT_NO_LONGER_FOUND);
            case FOUND -> {
                var next = flag.decided(new Verdict(confirmed, reason, by, now), flag.changes() + 1);
                var told = next.flag();
                yield Decision.decided(
                        next,
                        confirmed
                                ? new ConductConfirmed(told.pilotId(), next.changes(), told, reason, by)
                                : new ConductDismissed(told.pilotId(), next.changes(), told, reason, by));
            }
        };
    }

    /**
     * The flags as this vocabulary finds them in what was posted before. What a person decided stays; what nobody decided
     * and is not found any more is closed; flags of texts that are not among these stay as they are.
     */
    public static SortedMap<String, Flag> again(
            SortedMap<String, Flag> flags, List<Text> texts, Screening screening, Instant now) {
        var found = new TreeMap<String, Flag>();
        var postings = new HashSet<String>();
        for (var text : texts) {
            postings.add(Posted.subject(text.event()) + " " + text.event().revision());
            found(text.event(), text.at(), screening).forEach((id, flag) -> found.merge(id, flag, Flag::and));
        }
        var next = new TreeMap<>(flags);
        found.forEach((id, flag) -> next.merge(id, since(flag, now), (known, newly) -> again(known, newly, now)));
        next.replaceAll((id, flag) ->
                flag.state() == ConductState.FOUND && !found.containsKey(id) && postings.contains(flag.posting())
                        ? flag.lost(screening.version())
                        : flag);
        return next;
    }

    /** What the one has and the other has not, or has otherwise. */
    public static List<Change> changes(SortedMap<String, Flag> before, SortedMap<String, Flag> after) {
        return after.entrySet().stream()
                .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .map(e -> new Change(before.get(e.getKey()), e.getValue()))
                .toList();
    }

    /**
     * What is told of a change that screening made: a person's decision was told when it was made, and a mention is told to
     * nobody, unless it was more before; a flag that is no longer found is told as one.
     */
    public static Stream<AlertEvent> told(Change change) {
        var flag = change.after();
        if (!change.counts() || flag.verdict() != null || !(isTold(change.before()) || isTold(flag))) {
            return Stream.empty();
        }
        var told = flag.state() == ConductState.NO_LONGER_FOUND ? mentioned(flag.flag(), flag.lostWith()) : flag.flag();
        return Stream.of(new ConductFlagged(told.pilotId(), flag.changes(), told));
    }

    private static boolean isTold(@Nullable Flag flag) {
        return flag != null && flag.flag().outcome() != ConductOutcome.MENTION;
    }

    private static ConductFlag mentioned(ConductFlag f, @Nullable String vocabulary) {
        return new ConductFlag(
                f.flagId(),
                f.pilotId(),
                f.milestoneId(),
                ConductOutcome.MENTION,
                f.category(),
                f.words(),
                f.excerpt(),
                f.rule(),
                vocabulary);
    }

    private static Flag again(Flag known, Flag newly, Instant now) {
        var same = known.flag().outcome() == newly.flag().outcome()
                && known.flag().words().equals(newly.flag().words());
        if (known.verdict() != null || same && known.lostWith() == null) {
            return known;
        }
        return known.replaced(newly.flag(), now);
    }

    private static Flag since(Flag flag, Instant now) {
        return new Flag(flag.flag(), flag.revision(), flag.postedAt(), flag.subject(), 1, now, null, null);
    }

    /** The texts of an event are one posting: at most one flag of each category. */
    private static SortedMap<String, Flag> found(Event event, Instant time, Screening screening) {
        var found = new TreeMap<String, Flag>();
        var texts = Posted.texts(event);
        if (texts.isEmpty()) {
            return found;
        }
        var subject = Posted.subject(event);
        // An empty line parts sentences, so no find reaches from one text into the next.
        for (var finding : screening.screen(String.join("\n\n", texts))) {
            var flag = flag(event, subject, finding, screening.version());
            found.put(flag.flagId(), new Flag(flag, event.revision(), time, subject));
        }
        return found;
    }

    private static ConductFlag flag(Event event, String subject, Finding finding, String vocabulary) {
        return new ConductFlag(
                "%s%s%s.%d.%s".formatted(event.pilotId(), MARK, subject, event.revision(), finding.category()),
                event.pilotId(),
                Posted.milestoneId(event),
                finding.outcome(),
                finding.category(),
                finding.words(),
                finding.excerpt(),
                finding.rule().name(),
                vocabulary);
    }

    /** A flag of which only its id tells where it belongs: {@code BP-001.conduct.m3.4.mining}. */
    private static Flag unknown(ConductFlag flag, Instant time) {
        var posting = flag.flagId()
                .substring(
                        flag.pilotId().length() + MARK.length(),
                        flag.flagId().length() - flag.category().length() - 1);
        int dot = posting.lastIndexOf('.');
        return new Flag(flag, Long.parseLong(posting.substring(dot + 1)), time, posting.substring(0, dot));
    }
}
