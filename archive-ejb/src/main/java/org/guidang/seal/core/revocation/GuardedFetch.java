// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches from an address that a stranger wrote (trust.md A-58). The host must be allowed, and every address its name
 * leads to; the connection then goes to the very address that was looked at, so that a name which changes its mind in
 * between gains nothing. No redirect is followed, no proxy of the platform is asked. The limit covers looking up,
 * connecting and the whole answer.
 */
final class GuardedFetch {

    /** Looks up a name; the platform's way unless a test says otherwise. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final AllowedHosts hosts;
    private final Duration limit;
    private final Resolver resolver;

    GuardedFetch(AllowedHosts hosts, Duration limit, Resolver resolver) {
        this.hosts = hosts;
        this.limit = limit;
        this.resolver = resolver;
    }

    /** @param largest octets of the answer; a longer one is refused when that many have come */
    byte[] get(String address, int largest) throws RevocationUnavailableException {
        return exchange(address, null, "", largest);
    }

    byte[] post(String address, byte[] body, String type, int largest) throws RevocationUnavailableException {
        return exchange(address, body, type, largest);
    }

    private byte[] exchange(String text, byte[] body, String type, int largest) throws RevocationUnavailableException {
        long deadline = System.nanoTime() + limit.toNanos();
        URI address = address(text);
        boolean secure = address.getScheme().equalsIgnoreCase("https");
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        String host = host(address);
        if (!hosts.allows(host, port)) {
            throw new RevocationUnavailableException(RevocationProblem.HOST_NOT_ALLOWED, host);
        }
        InetAddress target = look(host, port, deadline);
        try (Socket plain = new Socket(Proxy.NO_PROXY)) {
            plain.connect(new InetSocketAddress(target, port), left(deadline));
            plain.setSoTimeout(left(deadline));
            try (Socket socket = secure ? secured(plain, host, port) : plain) {
                socket.getOutputStream().write(request(address, host, port, body, type));
                socket.getOutputStream().flush();
                return new HttpAnswer(new Hurried(socket, deadline), largest).body();
            }
        } catch (RevocationUnavailableException told) {
            throw told;
        } catch (SocketTimeoutException late) {
            throw new RevocationUnavailableException(RevocationProblem.TOO_SLOW, limit.toString());
        } catch (IOException failed) {
            throw new RevocationUnavailableException(
                    RevocationProblem.UNREACHABLE, failed.getClass().getSimpleName());
        }
    }

    private static URI address(String text) throws RevocationUnavailableException {
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https"))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw new RevocationUnavailableException(RevocationProblem.ADDRESS, malformed.getReason());
        }
        throw new RevocationUnavailableException(RevocationProblem.ADDRESS, "");
    }

    private static String host(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        host = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** One address that passed; none when a single one of those found does not. */
    private InetAddress look(String host, int port, long deadline) throws RevocationUnavailableException {
        CompletableFuture<InetAddress[]> looking = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        looking.complete(resolver.resolve(host));
                    } catch (UnknownHostException | RuntimeException unknown) {
                        looking.completeExceptionally(unknown);
                    }
                },
                "name service");
        thread.setDaemon(true);
        thread.start();
        InetAddress[] found;
        try {
            found = looking.get(left(deadline), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | SocketTimeoutException late) {
            throw new RevocationUnavailableException(RevocationProblem.TOO_SLOW, "name service");
        } catch (ExecutionException unknown) {
            throw new RevocationUnavailableException(RevocationProblem.UNREACHABLE, "name service");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RevocationUnavailableException(RevocationProblem.UNREACHABLE, "interrupted");
        }
        for (InetAddress each : found) {
            if (!hosts.allows(host, port, each)) {
                throw new RevocationUnavailableException(RevocationProblem.INNER_ADDRESS, each.getHostAddress());
            }
        }
        if (found.length == 0) {
            throw new RevocationUnavailableException(RevocationProblem.UNREACHABLE, "name service");
        }
        return found[0];
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static byte[] request(URI address, String host, int port, byte[] body, String type) throws IOException {
        String path = address.getRawPath().isEmpty() ? "/" : ascii(address.getRawPath());
        String query = address.getRawQuery() == null ? "" : "?" + ascii(address.getRawQuery());
        String named = host.contains(":") ? "[" + host + "]" : host;
        String head = (body == null ? "GET " : "POST ")
                + path
                + query
                + " HTTP/1.1\r\nHost: " + named + ":" + port
                + "\r\nAccept: */*\r\nConnection: close\r\n"
                + (body == null ? "" : "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n")
                + "\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.getBytes(StandardCharsets.US_ASCII));
        if (body != null) {
            whole.write(body);
        }
        return whole.toByteArray();
    }

    /** Letters outside ASCII as their octets in UTF-8 (RFC 3987 3.1). */
    private static String ascii(String part) {
        StringBuilder text = new StringBuilder();
        for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
            text.append(octet < 0 ? String.format("%%%02X", octet & 0xff) : String.valueOf((char) octet));
        }
        return text.toString();
    }

    private static int left(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    /** Gives each read only the time that is left of the whole, so that an octet a second does not stretch it. */
    private static final class Hurried extends InputStream {

        private final Socket socket;
        private final InputStream in;
        private final long deadline;

        Hurried(Socket socket, long deadline) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] octets, int from, int count) throws IOException {
            socket.setSoTimeout(left(deadline));
            return in.read(octets, from, count);
        }
    }
}
