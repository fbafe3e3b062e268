package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationsTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "8.8.8.8, true, a public address",
        "223.5.5.5, true, another",
        "172.15.255.255, true, just before a private network",
        "172.32.0.0, true, just after it",
        "100.63.255.255, true, just before the shared network",
        "100.128.0.0, true, just after it",
        "2400:3200::1, true, a public IPv6 address",
        "2606:4700::1111, true, another",
        "0.0.0.0, false, this host",
        "0.1.2.3, false, this network",
        "127.0.0.1, false, loopback",
        "127.255.255.254, false, loopback to its end",
        "10.0.0.1, false, private",
        "10.255.255.255, false, private to its end",
        "172.16.0.1, false, private",
        "172.31.255.255, false, private to its end",
        "192.168.1.1, false, private",
        "100.64.0.1, false, shared by carriers",
        "169.254.169.254, false, link-local and where clouds keep their secrets",
        "192.0.0.1, false, protocols",
        "192.0.2.1, false, documentation",
        "198.18.0.1, false, benchmarks",
        "198.51.100.1, false, documentation",
        "203.0.113.1, false, documentation",
        "224.0.0.1, false, multicast",
        "240.0.0.1, false, reserved",
        "255.255.255.255, false, broadcast",
        "::, false, this host",
        "::1, false, loopback",
        "::ffff:10.0.0.1, false, a mapped private address",
        "::ffff:127.0.0.1, false, mapped loopback",
        "::7f00:1, false, compatible loopback",
        "64:ff9b::a00:1, false, translated",
        "100::1, false, discarded",
        "fc00::1, false, private",
        "fdff::1, false, private to its end",
        "fe80::1, false, link-local",
        "febf::1, false, link-local to its end",
        "fec0::1, false, site-local",
        "ff02::1, false, multicast",
        "2001::1, false, Teredo",
        "2001:db8::1, false, documentation",
        "2002:a00:1::1, false, 6to4 of a private address",
        "3fff::1, false, documentation",
    })
    void nothing_is_sent_to_where_only_we_can_reach(String address, boolean allowed, String name) {
        assertEquals(allowed, allows(List.of(), "host.example", address), name);
    }

    @Test
    void what_the_operator_allows_is_allowed() {
        var allowed = List.of("10.1.0.0/16", "192.168.1.7", "fd00:1::/32", "Intern.example", "172.16.0.0/12");
        assertTrue(allows(allowed, "x", "10.1.255.1"));
        assertFalse(allows(allowed, "x", "10.2.0.1"));
        assertTrue(allows(allowed, "x", "192.168.1.7"));
        assertFalse(allows(allowed, "x", "192.168.1.8"));
        assertTrue(allows(allowed, "x", "fd00:1::9"));
        assertFalse(allows(allowed, "x", "fd00:2::9"));
        assertTrue(allows(allowed, "intern.EXAMPLE", "10.9.9.9"));
        assertTrue(allows(allowed, "x", "172.31.0.1"));
        assertFalse(allows(allowed, "x", "127.0.0.1"));
    }

    @Test
    void what_is_no_network_stops_the_start() {
        assertThrows(IllegalArgumentException.class, () -> Destinations.allowing(List.of("10.0.0.0/33")));
        assertThrows(IllegalArgumentException.class, () -> Destinations.allowing(List.of("10.0.0.256")));
    }

    private static boolean allows(List<String> allowed, String host, String address) {
        return Destinations.allowing(allowed).allows(host, InetAddress.ofLiteral(address));
    }
}
