// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guidang.shared.core.NetworkRange;

/**
 * Which hosts may be asked for revocation, as an administrator writes it: entries {@code host}, {@code host:port} or
 * {@code host=address} (also {@code address/bits}), separated by blanks or commas. Without a port, 80 and 443. A host may only lead to public
 * addresses unless its entry says by {@code =} to which inner one: whoever rules the name service of an allowed host
 * does not thereby reach the house. An address literal names itself.
 */
public final class AllowedHosts {

    private record Entry(String host, int port, NetworkRange inner) {

        boolean names(String asked, int askedPort) {
            return host.equals(asked) && (port == askedPort || port < 0 && usual(askedPort));
        }
    }

    private final boolean anyPublic;
    private final List<Entry> entries;

    private AllowedHosts(boolean anyPublic, List<Entry> entries) {
        this.anyPublic = anyPublic;
        this.entries = List.copyOf(entries);
    }

    /** Nobody. */
    public static AllowedHosts none() {
        return new AllowedHosts(false, List.of());
    }

    /** Those listed; an empty text lists nobody. */
    public static AllowedHosts listed(String text) {
        return new AllowedHosts(false, entries(text));
    }

    /** Whoever has a public address, on the usual ports, and those listed. */
    public static AllowedHosts anyPublicAnd(String text) {
        return new AllowedHosts(true, entries(text));
    }

    public boolean nobody() {
        return !anyPublic && entries.isEmpty();
    }

    /** Whether this host is to be looked up at all. */
    boolean allows(String host, int port) {
        return anyPublic && usual(port) || entries.stream().anyMatch(entry -> entry.names(host, port));
    }

    /** Whether this is an address the host may lead to. */
    boolean allows(String host, int port, InetAddress address) {
        return NetworkRange.isPublic(address)
                || entries.stream()
                        .anyMatch(entry -> entry.names(host, port)
                                && entry.inner() != null
                                && entry.inner().holds(address));
    }

    private static boolean usual(int port) {
        return port == 80 || port == 443;
    }

    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String word : text.strip().split("[\\s,]+")) {
            if (!word.isEmpty()) {
                entries.add(entry(word));
            }
        }
        return entries;
    }

    private static Entry entry(String word) {
        int equals = word.indexOf('=');
        String host = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
        int port = -1;
        int colon = host.lastIndexOf(':');
        if (colon > 0 && (host.indexOf(':') == colon || host.charAt(colon - 1) == ']')) {
            port = Integer.parseInt(host.substring(colon + 1));
            host = host.substring(0, colon);
        }
        host = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (host.isEmpty() || !host.matches("[a-z0-9._:-]+")) {
            throw new IllegalArgumentException(word);
        }
        NetworkRange inner = equals >= 0
                ? NetworkRange.range(word.substring(equals + 1))
                : NetworkRange.isLiteral(host) ? NetworkRange.range(host) : null;
        return new Entry(host, port, inner);
    }
}
