package io.pilotwatch.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
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
        Files.createDirectories(settings.data());
        FileChannel channel =
                FileChannel.open(settings.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            TAKEN_HERE.set(false);
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
