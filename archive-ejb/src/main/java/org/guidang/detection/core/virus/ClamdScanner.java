// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.virus;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ClamAV's daemon, by INSTREAM over TCP or a local socket. Streams in pieces; knows the daemon's StreamMaxLength, since the
 * daemon tells it to nobody, and sends nothing longer. Only the exact answer {@code stream: OK} is clean.
 */
public final class ClamdScanner implements VirusScanner {

    /** What Debian's configuration file sets as StreamMaxLength. */
    public static final long USUAL_LIMIT = 25L * 1024 * 1024;

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 8 * 1024;
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,500}) FOUND");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

    private final SocketAddress address;
    private final long limit;
    private final Duration patience;

    /**
     * @param limit StreamMaxLength of the daemon, octets
     * @param patience longest wait for the daemon to take or answer anything
     */
    public ClamdScanner(SocketAddress address, long limit, Duration patience) {
        this.address = address;
        this.limit = limit;
        this.patience = patience;
    }

    /** @param address {@code host:port}, or the absolute path of a local socket */
    public static ClamdScanner at(String address, long limit) {
        return new ClamdScanner(parse(address), limit, Duration.ofSeconds(60));
    }

    private static SocketAddress parse(String address) {
        if (address.startsWith("/")) {
            return UnixDomainSocketAddress.of(address);
        }
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("host:port or /path expected: " + address);
        }
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    @Override
    public Optional<Engine> engine() {
        try (Connection daemon = open()) {
            daemon.send("zVERSION\0".getBytes(StandardCharsets.US_ASCII));
            return Optional.of(engineOf(daemon.answer()));
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    /** {@code ClamAV 1.4.3/27700/Mon Sep  1 08:30:00 2025}; without the official signatures only the first part. */
    static Engine engineOf(String version) {
        String[] parts = version.split("/", 3);
        Instant from = null;
        if (parts.length == 3) {
            try {
                String date = parts[2].strip().replaceAll(" +", " ");
                from = LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException untold) {
                from = null;
            }
        }
        return new Engine(parts[0].strip(), parts.length > 1 ? parts[1] : "", from);
    }

    @Override
    public Result scan(InputStream content, long octets) {
        if (octets > limit) {
            return new NotExecuted("detection.virus.too-large", String.valueOf(limit));
        }
        try (Connection daemon = open()) {
            try {
                daemon.send("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
                long sent = pieces(content, daemon);
                if (sent > limit) {
                    return new NotExecuted("detection.virus.too-large", String.valueOf(limit));
                }
            } catch (IOException closedWhileSending) {
                // The daemon closes when its limit is below ours; its last words say why.
                return verdict(daemon.lastWords());
            }
            return verdict(daemon.answer());
        } catch (IOException unreachable) {
            return new NotExecuted("detection.virus.no-answer", String.valueOf(address));
        }
    }

    private long pieces(InputStream content, Connection daemon) throws IOException {
        byte[] piece = new byte[PIECE + 4];
        long sent = 0;
        int read;
        while ((read = content.readNBytes(piece, 4, PIECE)) > 0) {
            sent += read;
            if (sent > limit) {
                return sent;
            }
            ByteBuffer.wrap(piece).putInt(read);
            daemon.send(piece, read + 4);
        }
        daemon.send(new byte[4]);
        return sent;
    }

    static Result verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Clean();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Infected(found.group(1));
        }
        if (answer.contains("size limit exceeded")) {
            return new NotExecuted("detection.virus.too-large", "StreamMaxLength");
        }
        return new NotExecuted("detection.virus.odd-answer", answer);
    }

    private Connection open() throws IOException {
        return new Connection(address, patience);
    }

    /** One question and its answer. A daemon that stops answering is let go by closing under the waiting thread. */
    private static final class Connection implements AutoCloseable {

        private final SocketChannel channel;
        private final Watch watch;

        Connection(SocketAddress address, Duration patience) throws IOException {
            channel = address instanceof UnixDomainSocketAddress
                    ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                    : SocketChannel.open();
            watch = new Watch(channel, patience);
            try {
                channel.connect(address);
            } catch (IOException | RuntimeException refused) {
                close();
                throw refused instanceof IOException known ? known : new IOException(refused);
            }
        }

        void send(byte[] octets) throws IOException {
            send(octets, octets.length);
        }

        void send(byte[] octets, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(octets, 0, count);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            watch.progress();
        }

        String answer() throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(LONGEST_ANSWER);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                watch.progress();
            }
            buffer.flip();
            String text = StandardCharsets.UTF_8.decode(buffer).toString();
            int end = text.indexOf('\0');
            return (end < 0 ? text : text.substring(0, end)).strip();
        }

        String lastWords() {
            try {
                return answer();
            } catch (IOException gone) {
                return "";
            }
        }

        @Override
        public void close() throws IOException {
            watch.stop();
            channel.close();
        }
    }
}
