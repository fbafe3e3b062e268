package io.pilotwatch.intake.core;

/**
 * What there is of an application in every state.
 *
 * @param pilotId it keeps this id when it becomes a pilot
 * @param number set aside for the pilot that it may become
 * @param version counts every change, from 1
 * @param revision counts the changes that were told; 0 while nobody but the applicant knows of it
 * @param round how often it was submitted; reviews and objections belong to one round
 */
public record Dossier(String pilotId, int number, long version, long revision, int round, Wish wish) {

    Dossier changed() {
        return new Dossier(pilotId, number, version + 1, revision, round, wish);
    }

    Dossier told() {
        return new Dossier(pilotId, number, version + 1, revision + 1, round, wish);
    }

    Dossier with(Wish amended) {
        return new Dossier(pilotId, number, version, revision, round, amended);
    }

    Dossier nextRound() {
        return new Dossier(pilotId, number, version, revision, round + 1, wish);
    }
}
