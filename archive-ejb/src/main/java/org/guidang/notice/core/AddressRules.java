// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.core.NetworkRange;

/**
 * Which addresses this server may be made to call. Public addresses are; addresses of this machine and of private networks
 * only when the operator named their network, since intranets are where authorities live; link-local ones, behind which
 * clouds keep their keys, never. The rules judge the numbers a name stands for at the moment of the call, so a name that
 * changes its mind between question and call gains nothing.
 */
public final class AddressRules {

    private final List<NetworkRange> allowed;
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
        return NetworkRange.isPublic(address) || allowed.stream().anyMatch(range -> range.holds(address));
    }

    private static List<NetworkRange> networks(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.split(","))
                .map(one -> NetworkRange.range(one.strip()))
                .toList();
    }
}
