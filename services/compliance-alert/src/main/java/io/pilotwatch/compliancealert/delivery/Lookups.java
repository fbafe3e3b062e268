package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Destinations;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From a host's name to the one address that is then connected to: what was checked is what is used, so a name that
 * resolves to something else a moment later gains nothing.
 */
@ApplicationScoped
class Lookups {

    /** The name does not resolve, or not to where something may be sent; the message says which. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why);
        }
    }

    private final Destinations destinations;

    /** Of the platform's own kind: a lookup blocks the thread beneath a virtual one, of which there are few. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("lookup-", 0).factory());

    Lookups(@ConfigProperty(name = "pilotwatch.webhooks.allow") Optional<List<String>> allowed) {
        this.destinations = Destinations.allowing(allowed.orElse(List.of()));
    }

    /** The address for this host; every address that it has must be allowed. */
    InetAddress checked(String host, Duration atMost) throws Refused, InterruptedException {
        var found = resolve(host, atMost);
        for (var address : found) {
            if (!destinations.allows(host, address)) {
                throw new Refused("nothing is sent to %s, which is %s".formatted(host, address.getHostAddress()));
            }
        }
        // A machine without IPv6 is more usual than one without IPv4.
        return Stream.of(found)
                .min(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .orElseThrow();
    }

    private InetAddress[] resolve(String host, Duration atMost) throws Refused, InterruptedException {
        var lookup = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            return lookup.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            lookup.cancel(true);
            throw new Refused(host + " did not resolve in time");
        } catch (ExecutionException e) {
            throw new Refused(
                    e.getCause() instanceof UnknownHostException ? host + " does not resolve" : e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
