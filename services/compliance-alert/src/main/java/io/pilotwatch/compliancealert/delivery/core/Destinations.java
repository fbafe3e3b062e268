package io.pilotwatch.compliancealert.delivery.core;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where something may be sent: to every public address, and beside them to the hosts and networks that the operator allows.
 * Everything else is refused, so that nobody can make this service call what only this service can reach.
 *
 * @param hosts names, in lower case
 * @param networks of addresses
 */
public record Destinations(List<String> hosts, List<Network> networks) {

    /** IPv4 networks in which nobody on the Internet is: this host, private, shared, link-local, tests, multicast … */
    private static final List<Network> CLOSED_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(Network::of)
            .toList();

    /** All that the Internet has of IPv6; mapped, local, private and multicast addresses are outside of it. */
    private static final Network OPEN_6 = Network.of("2000::/3");

    /** What of it is no single machine: Teredo and other protocols, documentation, 6to4. */
    private static final List<Network> CLOSED_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::of)
            .toList();

    /** Addresses that begin with the same bits. */
    public record Network(InetAddress first, int bits) {

        /** Of CIDR notation, or one address; throws IllegalArgumentException for anything else. */
        static Network of(String cidr) {
            var parts = cidr.split("/", 2);
            var first = InetAddress.ofLiteral(parts[0]);
            int all = first.getAddress().length * 8;
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException(cidr + " has no such prefix");
            }
            return new Network(first, bits);
        }

        boolean has(InetAddress address) {
            var mine = first.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = 0xff00 >> bits % 8 & 0xff;
            return Arrays.equals(mine, 0, whole, other, 0, whole)
                    && (rest == 0 || (mine[whole] & rest) == (other[whole] & rest));
        }
    }

    /** Of what the operator allows: host names, addresses and networks in CIDR notation. */
    public static Destinations allowing(List<String> allowed) {
        var names = allowed.stream().filter(a -> !isNetwork(a)).map(a -> a.toLowerCase(Locale.ROOT));
        return new Destinations(
                names.toList(),
                allowed.stream()
                        .filter(Destinations::isNetwork)
                        .map(Network::of)
                        .toList());
    }

    /** Whether a connection to this address may be opened in the name of this host. */
    public boolean allows(String host, InetAddress address) {
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                || networks.stream().anyMatch(network -> network.has(address))
                || isPublic(address);
    }

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? CLOSED_4.stream().noneMatch(network -> network.has(address))
                : OPEN_6.has(address) && CLOSED_6.stream().noneMatch(network -> network.has(address));
    }

    /** A network begins with an address: digits and dots, or something with a colon. */
    private static boolean isNetwork(String allowed) {
        return allowed.matches("[0-9.]+(/[0-9]+)?") || allowed.contains(":");
    }
}
