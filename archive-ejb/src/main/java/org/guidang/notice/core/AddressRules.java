// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses this server may be made to call. Public addresses are; addresses of this machine and of private networks
 * only when the operator named their network, since intranets are where authorities live; link-local ones, behind which
 * clouds keep their keys, never. The rules judge the numbers a name stands for at the moment of the call, so a name that
 * changes its mind between question and call gains nothing.
 */
public final class AddressRules {

    private record Network(byte[] prefix, int bits) {

        boolean holds(InetAddress address) {
            byte[] octets = address.getAddress();
            if (octets.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((octets[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Not public, though Java has no word for them (RFC 6890). */
    private static final List<Network> RESERVED = networks(
            "0.0.0.0/8,100.64.0.0/10,192.0.0.0/24,192.0.2.0/24,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,240.0.0.0/4,"
                    + "fc00::/7,64:ff9b::/96,64:ff9b:1::/48,2001:db8::/32,2002::/16,100::/64,::/96");

    private final List<Network> allowed;
    private final boolean plainHttp;

    /**
     * @param allowed networks that may be called though they are not public: {@code 10.1.0.0/16,192.168.7.9/32}
     * @param plainHttp whether http will do, which only a demonstration says
     */
    public AddressRules(String allowed, boolean plainHttp) {
        this.allowed = networks(allowed);
        this.plainHttp = plainHttp;
    }

    /** Key of the rule the address breaks as it is written; empty when it breaks none. Asks no name server. */
    public Optional<String> refusal(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException broken) {
            return Optional.of("notice.webhook.url");
        }
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!https && !(http && plainHttp)) {
            return Optional.of("notice.webhook.https");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("notice.webhook.url");
        }
        return Optional.empty();
    }

    /**
     * The addresses of a host, all of which may be called.
     *
     * @throws UnknownHostException when it has none, or one of them may not be called
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!permits(address)) {
                throw new UnknownHostException("address not permitted: " + host);
            }
        }
        return found;
    }

    boolean permits(InetAddress address) {
        if (address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return false;
        }
        boolean inside = address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || RESERVED.stream().anyMatch(network -> network.holds(address));
        return !inside || allowed.stream().anyMatch(network -> network.holds(address));
    }

    private static List<Network> networks(String text) {
        List<Network> read = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return read;
        }
        for (String one : text.split(",")) {
            String[] parts = one.strip().split("/");
            try {
                // A number, never a name: no question is asked.
                if (!parts[0].matches("[0-9a-fA-F:.]+") || !parts[0].matches(".*[.:].*")) {
                    throw new UnknownHostException(parts[0]);
                }
                byte[] prefix = InetAddress.getByName(parts[0]).getAddress();
                int bits = parts.length == 1 ? prefix.length * 8 : Integer.parseInt(parts[1]);
                if (bits < 0 || bits > prefix.length * 8) {
                    throw new IllegalArgumentException("network " + one);
                }
                read.add(new Network(prefix, bits));
            } catch (UnknownHostException | NumberFormatException wrong) {
                throw new IllegalArgumentException("network " + one, wrong);
            }
        }
        return read;
    }
}
