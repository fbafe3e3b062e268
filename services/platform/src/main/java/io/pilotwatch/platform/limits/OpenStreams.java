package io.pilotwatch.platform.limits;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Later;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Live streams cost something as long as they are open, whether anybody reads them or not: no account has too many. */
@ApplicationScoped
public class OpenStreams {

    private static final Duration UNTIL_ONE_IS_CLOSED = Duration.ofSeconds(30);

    private final CurrentVertxRequest present;
    private final AtOnce streams;
    private final int most;

    OpenStreams(LimitSettings settings, CurrentVertxRequest present) {
        this.present = present;
        this.most = settings.streams();
        this.streams = new AtOnce(most);
    }

    /** The present request becomes a stream of this account's; 429 where it has too many. */
    public void oneMore(String account) {
        if (!streams.begin(account, present.getCurrent())) {
            throw Later.tooMany(
                    "TOO_MANY_STREAMS",
                    new Text(
                            "一个账号最多同时打开 %d 个实时流，请先关闭其中一个。".formatted(most),
                            "An account has at most %d live streams; close one first.".formatted(most)),
                    UNTIL_ONE_IS_CLOSED);
        }
    }
}
