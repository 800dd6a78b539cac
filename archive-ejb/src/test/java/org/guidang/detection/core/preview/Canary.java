// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sees every connection anybody tries: a server on this machine that counts who knocks, and, for this process, the choice of
 * a proxy, which URLs and plain sockets alike go through before they connect.
 */
public final class Canary implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> knocks = new CopyOnWriteArrayList<>();
    private final ProxySelector before = ProxySelector.getDefault();

    public Canary() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listening = new Thread(this::listen, "canary");
        listening.setDaemon(true);
        listening.start();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                knocks.add(address.toString());
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException why) {}
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** What was tried so far. */
    public List<String> knocks() {
        return List.copyOf(knocks);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                server.accept().close();
                knocks.add("connection");
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        ProxySelector.setDefault(before);
        server.close();
    }
}
