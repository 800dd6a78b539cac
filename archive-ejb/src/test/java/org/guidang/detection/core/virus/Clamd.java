// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.virus;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real clamd on a free port with a database of one signature, the EICAR test string; stopped when the tests end. Where
 * the program is not installed the test is skipped, and says so.
 */
public final class Clamd {

    /** StreamMaxLength given to the daemon. */
    public static final long LIMIT = 2L * 1024 * 1024;

    private static Clamd running;

    private final int port;

    private Clamd(int port) {
        this.port = port;
    }

    /** The daemon, started at the first call. */
    public static synchronized Clamd get() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    public ClamdScanner scanner() {
        return ClamdScanner.at("127.0.0.1:" + port, LIMIT);
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    private static Clamd start() {
        Optional<Path> program = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.err.println(
                    "!!! SKIPPED: clamd is not installed (Debian: clamav-daemon); virus scanning is not tested");
            Assumptions.abort("clamd is not installed");
        }
        try {
            return start(program.get());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Clamd start(Path program) throws IOException {
        Path home = Files.createTempDirectory("clamd");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        for (String folder : List.of("db", "tmp")) {
            Path made = Files.createDirectory(home.resolve(folder));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        String whole = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
        String sign = HexFormat.of().formatHex(whole.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(home.resolve("db/eicar.ndb"), "Test.EICAR:0:*:" + sign + "\n");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path settings = home.resolve("clamd.conf");
        Files.writeString(settings, """
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s/db
                TemporaryDirectory %s/tmp
                PidFile %s/clamd.pid
                Foreground true
                StreamMaxLength 2M
                MaxScanSize 64M
                MaxFileSize 64M
                AlertEncrypted true
                AlertExceedsMax true
                """.formatted(port, home, home, home));
        Process daemon = new ProcessBuilder(program.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("clamd.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(daemon::destroyForcibly));
        Clamd clamd = new Clamd(port);
        for (int i = 0; i < 300; i++) {
            if (clamd.scanner().engine().isPresent()) {
                return clamd;
            }
            if (!daemon.isAlive()) {
                break;
            }
            pause();
        }
        throw new IOException("clamd did not start: " + Files.readString(home.resolve("clamd.log")));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
