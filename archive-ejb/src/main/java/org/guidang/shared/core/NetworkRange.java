// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * A range of addresses, and which addresses are a public host's. Everything the registries of special-purpose addresses
 * (RFC 6890, IANA) keep for a machine, a house, tests, multicast, or for carrying an IPv4 address inside is not.
 */
public record NetworkRange(byte[] octets, int bits) {

    private static final List<NetworkRange> NOT_PUBLIC = List.of(
            range("0.0.0.0/8"),
            range("10.0.0.0/8"),
            range("100.64.0.0/10"),
            range("127.0.0.0/8"),
            range("169.254.0.0/16"),
            range("172.16.0.0/12"),
            range("192.0.0.0/24"),
            range("192.0.2.0/24"),
            range("192.88.99.0/24"),
            range("192.168.0.0/16"),
            range("198.18.0.0/15"),
            range("198.51.100.0/24"),
            range("203.0.113.0/24"),
            range("224.0.0.0/3"));

    /** Global unicast; all of IPv6 that is public lies in it, but for the ranges that follow. */
    private static final NetworkRange GLOBAL_6 = range("2000::/3");

    private static final List<NetworkRange> NOT_PUBLIC_6 =
            List.of(range("2001::/23"), range("2001:db8::/32"), range("2002::/16"), range("3fff::/20"));

    /**
     * Reads a range; asks no name service.
     *
     * @param text an address literal, or one with the number of leading bits that count
     * @throws IllegalArgumentException when it is neither
     */
    public static NetworkRange range(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!isLiteral(address)) {
            throw new IllegalArgumentException(text);
        }
        try {
            byte[] octets = InetAddress.getByName(address).getAddress();
            int bits = slash < 0 ? octets.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > octets.length * 8) {
                throw new IllegalArgumentException(text);
            }
            return new NetworkRange(octets, bits);
        } catch (UnknownHostException none) {
            throw new IllegalArgumentException(text, none);
        }
    }

    /** Four decimal numbers or an IPv6 literal: nothing a name service would be asked about. */
    public static boolean isLiteral(String host) {
        return host.matches("\\d{1,3}(\\.\\d{1,3}){3}") || host.contains(":") && host.matches("[0-9A-Fa-f:.]+");
    }

    public boolean holds(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != octets.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if (((octets[bit >> 3] ^ other[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    public static boolean isPublic(InetAddress address) {
        if (address instanceof Inet6Address) {
            return GLOBAL_6.holds(address) && NOT_PUBLIC_6.stream().noneMatch(range -> range.holds(address));
        }
        return NOT_PUBLIC.stream().noneMatch(range -> range.holds(address));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkRange that && bits == that.bits && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(octets) + bits;
    }
}
