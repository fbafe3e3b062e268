package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses at once, and before anything is read or begun, what could not be done just now: everything while the database is away
 * or this replica ends, whatever may change something while the outbox is full. Each answer says when to come again.
 */
class Admission {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Text ENDING = new Text(
            "本服务实例正在停止，请稍后重试；重复提交是安全的。", "This replica is being stopped; please try again shortly. Repeating is safe.");
    private static final Text FULL = new Text(
            "待发送的事件已达上限，暂不接受新的提交，请稍后重试；查询不受影响。",
            "As many events wait to be sent as may, so nothing new is taken; please try again later. Reading goes on.");

    private final Pressure pressure;
    private final Stopping stopping;

    Admission(Pressure pressure, Stopping stopping) {
        this.pressure = pressure;
        this.stopping = stopping;
    }

    @ServerRequestFilter
    void refuse(ContainerRequestContext request) {
        if (stopping.refuses()) {
            throw Later.notNow("STOPPING", ENDING);
        }
        if (!pressure.databaseAnswers()) {
            throw Later.notReady();
        }
        if (pressure.outboxIsFull() && !READING.contains(request.getMethod())) {
            throw Later.notNow("OUTBOX_FULL", FULL);
        }
    }
}
