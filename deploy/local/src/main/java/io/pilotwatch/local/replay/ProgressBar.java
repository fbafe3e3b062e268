package io.pilotwatch.local.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far the replay is: a bar on a terminal, a line for every tenth in a file. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final LocalDate from;
    private final long days;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private long tenths = -1;

    ProgressBar(LocalDate from, LocalDate to) {
        this.from = from;
        this.days = Math.max(1, ChronoUnit.DAYS.between(from, to));
    }

    void show(LocalDate day, int acts) {
        long done = ChronoUnit.DAYS.between(from, day);
        if (terminal) {
            int filled = (int) (WIDTH * done / days);
            System.out.printf(
                    "\r           [%s%s] %s  %3d %%  %,d requests",
                    "#".repeat(filled), "·".repeat(WIDTH - filled), day, 100 * done / days, acts);
            System.out.print(done == days ? "\n" : "");
            System.out.flush();
        } else if (10 * done / days > tenths) {
            tenths = 10 * done / days;
            System.out.printf("           %s  %3d %%  %,d requests%n", day, 10 * tenths, acts);
        }
    }
}
