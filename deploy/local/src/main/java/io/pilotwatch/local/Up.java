package io.pilotwatch.local;

import io.pilotwatch.local.replay.Replay;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings a platform up, or the missing parts of it, and stays with it unless told to detach. */
final class Up {

    /** All that we ever put into the data folder. Nothing else is deleted, whatever folder was named. */
    private static final List<String> OWN_FOLDERS = List.of(
            "postgres",
            "postgres.new",
            "kafka",
            "kafka-access",
            "secrets",
            "keycloak",
            "receipts",
            "replay",
            "logs",
            "run",
            "month-ends");

    private final Settings settings;
    private final Options options;
    private final Platform platform;
    private final Report report = Report.begin();
    private final Start start;

    Up(Settings settings, Options options, Platform platform) {
        this.settings = settings;
        this.options = options;
        this.platform = platform;
        this.start = new Start(settings, report);
    }

    /** The four services, what they stand on, and the programme replayed. */
    void whole() throws Exception {
        bringUp(() -> {
            fill();
            System.out.print(Greeting.whole(settings));
        });
    }

    /** The demonstration's pilots, and their two years. */
    private void fill() {
        try (var replay = new Replay(
                Addresses.of(settings), settings.seed(), settings.data().resolve("month-ends"))) {
            report.step("pilots", "importing the 27 real entries and the synthetic ones");
            replay.importPilots();
            if (options.replay()) {
                report.step("replay", "living the programme through, seed " + settings.seed());
                replay.run(options.until());
            }
            report.step("pilots", "in place");
            System.out.print(replay.ending(options.replay(), settings.publicUrl()));
        }
    }

    /** Only what is not ours: for tests. */
    void infrastructure() throws Exception {
        bringUp(() -> System.out.print(Greeting.infrastructure(settings)));
    }

    /** What is done once everything is ready. */
    private interface Then {
        void run() throws Exception;
    }

    private void bringUp(Then then) throws Exception {
        AtomicBoolean responsible = new AtomicBoolean(true);
        try (Turn _ = Turn.take(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopIf(responsible), "stop"));
            startAll(responsible);
        }
        then.run();
        if (options.detach()) {
            responsible.set(false);
            return;
        }
        System.out.println("Ctrl-C stops everything.");
        new Watch(settings, report).untilStopped(platform.components());
        responsible.set(false);
    }

    private void startAll(AtomicBoolean responsible) throws Exception {
        if (options.fresh()) {
            new Stop(settings, report).all(Platform.whole(settings));
            for (String folder : OWN_FOLDERS) {
                Folders.delete(settings.data().resolve(folder));
            }
        }
        try {
            new Checks(settings).all(platform.components());
            SecretFiles.make(settings);
            start.all(platform.components());
        } catch (Exception e) {
            // After a failure the machine is as before: what ran runs, what this start launched is gone.
            if (responsible.getAndSet(false)) {
                new Stop(settings, report)
                        .those(platform, one -> start.launched().contains(one.name()));
            }
            throw e;
        }
    }

    /** Ctrl-C, a closed terminal, a SIGTERM: while this command is responsible for the platform, all of it stops. */
    private void stopIf(AtomicBoolean responsible) {
        if (!responsible.getAndSet(false)) {
            return;
        }
        System.out.println();
        // A start that is under way ends here and gives its turn back.
        start.cancel();
        try (Turn _ = Turn.take(settings)) {
            new Stop(settings, report).all(platform);
        } catch (IOException | InterruptedException e) {
            System.err.println("Could not stop everything (" + e.getMessage() + "); run deploy/local/down.");
        }
    }
}
