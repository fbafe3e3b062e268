package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DeliveryRows.State;
import io.pilotwatch.compliancealert.delivery.DeliveryRows.Tried;
import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Endpoint;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What becomes of an endpoint that does not take what is sent to it: somebody is told by another way; it is disabled. */
@ApplicationScoped
class FailingEndpoints {

    private final EndpointRows endpoints;
    private final SubscriptionRows subscriptions;
    private final Owners owners;
    private final WallClock wall;
    private final Duration disableAfter;

    FailingEndpoints(
            EndpointRows endpoints,
            SubscriptionRows subscriptions,
            Owners owners,
            WallClock wall,
            DeliverySettings settings) {
        this.endpoints = endpoints;
        this.subscriptions = subscriptions;
        this.owners = owners;
        this.wall = wall;
        this.disableAfter = settings.disableAfter();
    }

    /** After a round, in the transaction that records it. */
    void after(Subscription to, Endpoint before, List<Tried> round) {
        var now = wall.now();
        var endpoint = before.after(round.stream().map(Tried::answer).toList(), now);
        var answers = round.stream().map(Tried::answer).map(Answer::outcome).toList();
        if (answers.contains(Outcome.GONE)) {
            disable(to, gone(to, round));
        } else if (endpoint.failsFor(disableAfter, now) && !isOurs(to, round)) {
            var days = disableAfter.toDays();
            disable(
                    to,
                    new Text(
                            "接收地址连续 %d 天没有一次成功。".formatted(days),
                            "The target has not taken anything for %d days.".formatted(days)));
        } else if (!endpoint.told() && round.stream().anyMatch(tried -> tried.state() == State.GIVEN_UP)) {
            owners.tell(
                    to,
                    new Text(
                            "多次重试后仍未送达，不再重试；请检查接收地址后重发。",
                            "A delivery was given up after all its tries; look after the target, then replay."));
            endpoint = endpoint.toldOwner();
        }
        endpoints.save(to.id(), endpoint);
    }

    /** No answer to a mail is the silence of our own mail server, not of whoever is written to. */
    private static boolean isOurs(Subscription to, List<Tried> round) {
        return to.channel() == ChannelKind.EMAIL
                && round.stream().allMatch(tried -> tried.answer().status() == null);
    }

    private static Text gone(Subscription to, List<Tried> round) {
        if (to.channel() != ChannelKind.EMAIL) {
            return new Text("接收方答复 410，表示不再接收。", "The receiver answered 410: nobody is there any more.");
        }
        var said = round.stream()
                .map(Tried::answer)
                .filter(answer -> answer.outcome() == Outcome.GONE)
                .map(Answer::text)
                .findFirst()
                .orElseThrow();
        return new Text("邮件服务器拒收该地址：" + said, "The mail server refuses the address: " + said);
    }

    private void disable(Subscription to, Text reason) {
        // Its owner may have changed it meanwhile.
        var locked = subscriptions.lock(to.id()).filter(Subscription::isActive);
        if (locked.isPresent()) {
            subscriptions.save(locked.get().disabled(wall.now(), reason));
            owners.tell(to, new Text("订阅已停用：" + reason.zh(), "A subscription was disabled. " + reason.en()));
        }
    }
}
