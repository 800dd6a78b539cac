// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Set;

/**
 * Nothing in this process opens a connection: addresses of the network open nothing, and whatever asks for a proxy gets
 * none that works. The start options do the same once more for plain sockets (a SOCKS proxy nobody listens at) and for names
 * (an empty file of hosts).
 */
final class NoNetwork {

    private static final Set<String> LOCAL = Set.of("file", "jar", "jrt", "jmod");

    private NoNetwork() {}

    static void enforce() {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                throw new IllegalArgumentException("no network: " + address.getScheme());
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException why) {}
        });
        URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new Refusing());
    }

    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            throw new IOException("no network: " + address.getProtocol());
        }
    }
}
