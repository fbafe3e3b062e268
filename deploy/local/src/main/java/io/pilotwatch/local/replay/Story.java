package io.pilotwatch.local.replay;

import io.pilotwatch.local.replay.Script.Pilot;
import io.pilotwatch.local.replay.Script.Programme;
import java.util.random.RandomGenerator;

/**
 * What the parts of one pilot's story share.
 *
 * @param friend the pilot whose people speak for it where it delegates
 */
record Story(
        Programme programme,
        Pilot pilot,
        Pilot friend,
        Behaviour behaviour,
        Episode episode,
        RandomGenerator chance,
        Diary diary) {}
