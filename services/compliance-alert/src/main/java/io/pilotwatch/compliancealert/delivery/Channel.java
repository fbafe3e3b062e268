package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.compliancealert.delivery.core.Subscription;

/**
 * A way to tell somebody. The sender serves each kind for which there is a bean; the deliveries of other kinds stay
 * pending.
 */
interface Channel {

    ChannelKind kind();

    /**
     * Makes one try, outside of any transaction, on a virtual thread that it may block for at most fifteen seconds. What the
     * receiver does wrong is an answer and no exception; an exception counts as a try that failed.
     */
    Answer send(Subscription to, Message message) throws InterruptedException;
}
