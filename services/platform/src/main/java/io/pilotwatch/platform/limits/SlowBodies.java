package io.pilotwatch.platform.limits;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Ends the connection of whoever sends a body too slowly: it holds a thread that waits for it, and some hundred such senders
 * would hold all there are. Looked at in even pieces of time, each of which must bring so much; whoever sends nothing at all
 * is ended by the idle timeout as well. What has come and waits for us, whose database may be slow, is nobody's fault but ours.
 */
@ApplicationScoped
class SlowBodies {

    /** Before anything that waits for it. */
    private static final int EARLY = 950;

    private final Vertx vertx;
    private final long every;
    private final long least;

    SlowBodies(Vertx vertx, LimitSettings settings) {
        this.vertx = vertx;
        this.every = settings.body().every().toMillis();
        this.least = settings.body().least().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext context) {
        var request = context.request();
        if (!request.isEnded() && hasBody(request)) {
            var body = new Body(((ConnectionBase) request.connection()).channelHandlerContext());
            // Also after the answer: who was refused may go on sending, and would keep its connection with a byte now
            // and then.
            vertx.setPeriodic(every, tick -> look(request, body, tick));
            // What nobody has read by then nobody will; it must come to its end, or the connection would be taken for a
            // slow one.
            context.addEndHandler(over -> request.resume());
        }
        context.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    private void look(HttpServerRequest request, Body body, long timer) {
        if (body.isWhole() || request.isEnded()) {
            vertx.cancelTimer(timer);
        } else if (body.isSlowerThan(least)) {
            vertx.cancelTimer(timer);
            request.connection().close();
        }
    }

    /** What comes over the wire of one body, whether anybody has read it yet or not. On the connection's event loop only. */
    private static final class Body extends ChannelInboundHandlerAdapter {

        private final Channel channel;
        private long bytes;
        private boolean whole;

        /** Stands right before the reader that asked, and so sees all of the body that this one has not been given yet. */
        Body(ChannelHandlerContext reader) {
            this.channel = reader.channel();
            channel.pipeline().addBefore(reader.name(), null, this);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpContent piece) {
                bytes += piece.content().readableBytes();
                if (message instanceof LastHttpContent) {
                    whole = true;
                    channel.pipeline().remove(this);
                }
            }
            context.fireChannelRead(message);
        }

        boolean isWhole() {
            return whole;
        }

        /** Whether less has come since this was last asked, though we would have taken it. */
        boolean isSlowerThan(long least) {
            long came = bytes;
            bytes = 0;
            return came < least && channel.config().isAutoRead();
        }
    }
}
