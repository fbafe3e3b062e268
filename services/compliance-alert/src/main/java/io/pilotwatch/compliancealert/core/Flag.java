package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.ConductFlag;
import io.pilotwatch.contracts.Nullable;
import java.time.Instant;

/**
 * What screening found of one category in the texts of one event, and what became of it.
 *
 * @param revision of the event
 * @param postedAt when the team posted it
 * @param subject what the texts belong to: a milestone's id, or a kind and an id
 * @param changes counts from 1; the revision of what is told of it
 * @param foundAt when a later vocabulary found it; null where it was found when it was posted
 * @param verdict null until a person decided
 * @param lostWith version of the vocabulary that does not find it any more, though an earlier one did; null where the
 *     latest one does
 */
public record Flag(
        ConductFlag flag,
        long revision,
        Instant postedAt,
        String subject,
        long changes,
        @Nullable Instant foundAt,
        @Nullable Verdict verdict,
        @Nullable String lostWith) {

    /** What a person decided, and why. */
    public record Verdict(boolean confirmed, String reason, String by, Instant at) {}

    public Flag {
        // Kept from a time when only texts of milestones were screened.
        subject = subject == null ? flag.milestoneId() : subject;
        // Kept from a time when nothing became of it.
        changes = Math.max(1, changes);
    }

    /** Found when it was posted. */
    public Flag(ConductFlag flag, long revision, Instant postedAt, String subject) {
        this(flag, revision, postedAt, subject, 1, null, null, null);
    }

    /** Where it stands. */
    public ConductState state() {
        if (verdict != null) {
            return verdict.confirmed() ? ConductState.CONFIRMED : ConductState.DISMISSED;
        }
        return lostWith == null ? ConductState.FOUND : ConductState.NO_LONGER_FOUND;
    }

    /** From when anybody could have spoken of it. */
    public Instant knownSince() {
        return foundAt == null ? postedAt : foundAt;
    }

    /** The posting: all of its flags are looked at together. */
    String posting() {
        return subject + " " + revision;
    }

    Flag decided(Verdict next, long revisionTold) {
        return new Flag(flag, revision, postedAt, subject, revisionTold, foundAt, next, lostWith);
    }

    Flag lost(String vocabulary) {
        return new Flag(flag, revision, postedAt, subject, changes + 1, foundAt, verdict, vocabulary);
    }

    /** A later vocabulary finds something else in its place. */
    Flag replaced(ConductFlag next, Instant now) {
        return new Flag(next, revision, postedAt, subject, changes + 1, now, verdict, null);
    }

    /** The same posting heard twice, in whatever order: the earlier posting, with what was decided of it. */
    Flag and(Flag other) {
        var later = other.changes > changes ? other : this;
        return new Flag(
                later.flag,
                revision,
                Facts.earlier(postedAt, other.postedAt),
                subject,
                later.changes,
                later.foundAt,
                later.verdict,
                later.lostWith);
    }
}
