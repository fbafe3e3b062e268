package io.pilotwatch.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One launcher at a time changes what runs over a data folder. A killed launcher gives its turn back by dying. */
record Turn(FileChannel channel) implements AutoCloseable {

    private static final int QUIET_TRIES = 20;

    /** Within this process the file says nothing: its lock is the whole process's, and closing any channel ends it. */
    private static final AtomicBoolean TAKEN_HERE = new AtomicBoolean();

    /** Waits for another launcher, and says so if it takes long. */
    static Turn take(Settings settings) throws IOException, InterruptedException {
        for (int tries = 0; true; tries++) {
            Optional<Turn> turn = tryToTake(settings);
            if (turn.isPresent()) {
                return turn.get();
            }
            if (tries == QUIET_TRIES) {
                System.out.println("Another deploy/local/up or down is at work here; waiting for it.");
            }
            Thread.sleep(100);
        }
    }

    static Optional<Turn> tryToTake(Settings settings) throws IOException {
        if (!TAKEN_HERE.compareAndSet(false, true)) {
            return Optional.empty();
        }
        Optional<Turn> turn = Optional.empty();
        try {
            turn = lock(settings.data());
        } finally {
            TAKEN_HERE.set(turn.isPresent());
        }
        return turn;
    }

    private static Optional<Turn> lock(Path data) throws IOException {
        try {
            Files.createDirectories(data);
        } catch (IOException _) {
            throw new Trouble("The data folder " + data + " cannot be created; set PILOTWATCH_DATA to another one.");
        }
        FileChannel channel =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new Turn(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        TAKEN_HERE.set(false);
    }
}
