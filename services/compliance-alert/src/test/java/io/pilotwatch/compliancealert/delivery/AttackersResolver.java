package io.pilotwatch.compliancealert.delivery;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Has the virtual machine ask {@link RebindingNames} for names under {@value #ZONE}, by DNS, and the machine's own resolver
 * for all others. The virtual machine keeps no answer: the attacker says that none may be kept.
 */
public final class AttackersResolver extends InetAddressResolverProvider {

    static final String ZONE = ".attacker.test";

    /** Not a field: this class is loaded once for the machine and once more for the tests. */
    private static final String PORT = "attackers-name-server";

    static {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    /** At which port of this machine the name server is. */
    static void ask(int port) {
        System.setProperty(PORT, Integer.toString(port));
    }

    @Override
    public String name() {
        return "attacker";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var own = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.endsWith(ZONE) ? asked(host) : own.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return own.lookupByAddress(address);
            }
        };
    }

    private static Stream<InetAddress> asked(String host) throws UnknownHostException {
        var thread = new NioEventLoopGroup(1);
        var server = new InetSocketAddress("127.0.0.1", Integer.getInteger(PORT));
        try (var dns = new DnsNameResolverBuilder(thread.next())
                .datagramChannelType(NioDatagramChannel.class)
                .nameServerProvider(name -> DnsServerAddresses.singleton(server).stream())
                .completeOncePreferredResolved(false)
                .build()) {
            return dns.resolveAll(host).get().stream();
        } catch (ExecutionException e) {
            throw new UnknownHostException(host + ": " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            throw new UnknownHostException(host + " was not waited for");
        } finally {
            thread.shutdownGracefully();
        }
    }
}
