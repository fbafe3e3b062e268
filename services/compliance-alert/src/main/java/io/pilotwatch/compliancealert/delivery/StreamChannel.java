package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import jakarta.enterprise.context.ApplicationScoped;

/** What a stream's owner is told lies ready in {@link AlertStream}, where they read it when they are there. */
@ApplicationScoped
class StreamChannel implements Channel {

    private static final int OK = 200;

    @Override
    public ChannelKind kind() {
        return ChannelKind.STREAM;
    }

    @Override
    public Answer send(Subscription to, Message message) {
        return Answer.of(Outcome.DELIVERED, OK, "in the stream", null);
    }
}
