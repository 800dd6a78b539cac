// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a responder on this machine, counts who asks, and behaves badly when told to. */
public final class Front implements AutoCloseable {

    /** What is done with a request. */
    @FunctionalInterface
    public interface Manner {
        void answer(byte[] request, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private volatile Manner manner = (request, out) -> {};

    public Front() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "front");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** Hosts that may be asked: this one. */
    public AllowedHosts allowed() {
        return AllowedHosts.listed("127.0.0.1:" + port());
    }

    public int requests() {
        return requests.get();
    }

    public long sent() {
        return sent.get();
    }

    public Front manner(Manner next) {
        manner = next;
        requests.set(0);
        sent.set(0);
        return this;
    }

    /** Hands each request to a responder and its answer back. */
    public static Manner passingTo(int port) {
        return (request, out) -> out.write(ask(port, request));
    }

    /** What a responder answers to this request, head and all. */
    public static byte[] ask(int port, byte[] request) throws IOException {
        try (Socket behind = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            behind.getOutputStream().write(request);
            return behind.getInputStream().readAllBytes();
        }
    }

    public static Manner giving(String type, byte[] body) {
        return (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        };
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread thread = new Thread(() -> one(caller), "front request");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void one(Socket caller) {
        try (caller) {
            requests.incrementAndGet();
            byte[] request = request(caller.getInputStream());
            OutputStream out = caller.getOutputStream();
            manner.answer(request, new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    out.write(octet);
                    sent.incrementAndGet();
                }

                @Override
                public void write(byte[] octets, int from, int count) throws IOException {
                    out.write(octets, from, count);
                    sent.addAndGet(count);
                }
            });
        } catch (IOException gone) {
            return;
        }
    }

    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length = 0;
        while (!all.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                return all.toByteArray();
            }
            all.write(octet);
        }
        for (String line : all.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        all.write(in.readNBytes(length));
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
