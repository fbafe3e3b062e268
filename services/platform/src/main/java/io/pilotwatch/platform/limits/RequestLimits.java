package io.pilotwatch.platform.limits;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Later;
import io.pilotwatch.platform.ProblemRoutes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps one caller from taking what belongs to all: {@link LimitSettings} says how much one may have. An address is looked at
 * before anything is done for it, an account once it is known; beyond that, 429 with the time to wait.
 */
@ApplicationScoped
class RequestLimits {

    /** After what cannot be read at all. */
    private static final int EARLY = 900;

    /** Of an IPv6 address: what one customer has. */
    private static final int NETWORK = 8;

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final Text TOO_FAST = new Text("请求过于频繁，请稍后再试。", "These are too many requests; try again shortly.");
    private static final Text TOO_MANY = new Text(
            "您的账号同时进行的请求过多，请等待其中一些完成。", "Too many requests of your account are under way; wait for some to end.");

    private final ProblemRoutes problems;
    private final Allowances addresses;
    private final Allowances accounts;
    private final AtOnce underWay;

    RequestLimits(LimitSettings settings, ProblemRoutes problems) {
        this.problems = problems;
        this.addresses = new Allowances(settings.address());
        this.accounts = new Allowances(settings.account());
        this.underWay = new AtOnce(settings.atOnce());
    }

    void register(@Observes Filters filters) {
        filters.register(this::ofAddress, EARLY);
    }

    private void ofAddress(RoutingContext request) {
        var wait = addresses.take(network(request.request().remoteAddress()));
        if (wait.isPresent()) {
            problems.answer(request, tooFast(wait.get()));
        } else {
            request.next();
        }
    }

    /** Whoever has not signed in is no account, and is limited by address alone. */
    @ServerRequestFilter
    void ofAccount(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous()) {
            return;
        }
        var account = user.getSecurityIdentity().getPrincipal().getName();
        accounts.take(account).ifPresent(wait -> {
            throw tooFast(wait);
        });
        if (!underWay.begin(account, request)) {
            throw Later.tooMany("TOO_MANY_AT_ONCE", TOO_MANY, A_MOMENT);
        }
    }

    private static Later tooFast(Duration wait) {
        return Later.tooMany("TOO_MANY_REQUESTS", TOO_FAST, wait);
    }

    /** The address, or of an IPv6 one the network that its owner may take any other address of. */
    private static String network(SocketAddress from) {
        var told = from.hostAddress() == null ? String.valueOf(from.host()) : from.hostAddress();
        try {
            var address = InetAddress.ofLiteral(told.replaceAll("[\\[\\]]", ""));
            return address instanceof Inet6Address
                    ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK))
                    : told;
        } catch (IllegalArgumentException noAddress) {
            return told;
        }
    }
}
