package io.pilotwatch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/** The platform's own consumer, which does as the test says. */
@ApplicationScoped
public class Heard implements Inbox.Handler {

    private volatile Consumer<List<Envelope>> handler = events -> {};

    void by(Consumer<List<Envelope>> does) {
        handler = does;
    }

    @Override
    public void handle(List<Envelope> events) {
        handler.accept(events);
    }
}
