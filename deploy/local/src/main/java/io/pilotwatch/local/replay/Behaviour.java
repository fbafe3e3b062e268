package io.pilotwatch.local.replay;

import java.util.random.RandomGenerator;

/** How a synthetic unit goes about its pilot. The shares are our choice, so that every kind is seen on each dashboard. */
enum Behaviour {
    /** Claims each milestone in time. */
    PUNCTUAL(62),
    /** Claims more than half of its milestones days to weeks after they were due. */
    LATE(19),
    /** Asks for more time on its critical milestones, gets it, and keeps the new day. */
    EXTENDED(10),
    /** Reports for a while and is not heard of again. */
    SILENT(7),
    /** Never files a task book. */
    ABSENT(2);

    private final int percent;

    Behaviour(int percent) {
        this.percent = percent;
    }

    static Behaviour pick(RandomGenerator chance) {
        int left = chance.nextInt(100);
        for (var behaviour : values()) {
            left -= behaviour.percent;
            if (left < 0) {
                return behaviour;
            }
        }
        return PUNCTUAL;
    }
}
