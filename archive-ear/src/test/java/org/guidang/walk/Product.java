// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One running product: where it answers, where its data lies, on which database it stands. {@link #shared()} is the one
 * all classes of a process use; {@link ServerProcess} makes its own.
 *
 * @param http the port of the pages and the interface
 * @param management the port of the server's management, on this machine only
 * @param mail where it hands its mail to; nothing listens there unless a test does
 * @param data the data directory
 * @param databaseUrl the JDBC address, or null for the H2 file in the data directory
 * @param settings further properties, as {@code -Dname=value}
 */
public record Product(int http, int management, int mail, Path data, String databaseUrl, List<String> settings) {

    private static Product shared;

    /** The product of this process; its database is started and its data directory emptied at the first call. */
    public static synchronized Product shared() {
        if (shared == null) {
            String database = System.getProperty("it.database", "h2");
            String name = "it-" + database + "-" + System.getProperty("it.fork", "process-1");
            shared = fresh(name, "postgresql".equals(database) ? address(newPostgres()) : null);
            System.setProperty("it.management.port", String.valueOf(shared.management()));
        }
        return shared;
    }

    /** A product with free ports and an empty data directory of that name; nothing is started. */
    public static Product fresh(String name, String databaseUrl) {
        Path data = Path.of(System.getProperty("it.work", "target"), name).toAbsolutePath();
        empty(data);
        return new Product(freePort(), freePort(), freePort(), data, databaseUrl, List.of());
    }

    /** The same with these properties, {@code -Dname=value}. */
    Product with(String... properties) {
        return new Product(http, management, mail, data, databaseUrl, List.of(properties));
    }

    /** Starts a PostgreSQL of its own, which ends with this process at the latest. */
    static EmbeddedPostgres newPostgres() {
        try {
            return EmbeddedPostgres.builder().setCleanDataDirectory(true).start();
        } catch (IOException refused) {
            throw new UncheckedIOException("PostgreSQL does not start", refused);
        }
    }

    static String address(EmbeddedPostgres postgres) {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** The address of a page or resource: {@code at("home.xhtml")}, {@code at("api/v1/cases")}, {@code at("openapi")}. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + http + "/" + path);
    }

    public Path serverHome() {
        return Path.of(System.getProperty("it.server.home"));
    }

    /** The folder its server writes into. */
    Path base() {
        return data.resolve("base");
    }

    /** What the virtual machine of the server is told. */
    public List<String> arguments() {
        Path tmp = data.resolve("tmp");
        Stream<String> always = Stream.of(
                "-Xms512m",
                "-Xmx1g",
                "-XX:MetaspaceSize=192m",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.io.tmpdir=" + tmp,
                "-Dguidang.data=" + data,
                "-Dguidang.webhook.networks=127.0.0.1/32",
                "-Dguidang.webhook.first-retry=1",
                "-Dguidang.mail.host=127.0.0.1",
                "-Dguidang.mail.port=" + mail,
                "-Dguidang.mail.security=none",
                "-Dguidang.mail.from=guidang@archive.example",
                "-Dguidang.mail.first-retry=1",
                "-Dguidang.public-url=https://archive.example",
                "-Djboss.http.port=" + http,
                "-Djboss.management.http.port=" + management,
                "-Djboss.server.base.dir=" + base(),
                "-Djboss.server.data.dir=" + data.resolve("server"),
                "-Djboss.server.log.dir=" + data.resolve("log"),
                "-Djboss.server.temp.dir=" + tmp);
        Stream<String> database = databaseUrl == null
                ? Stream.empty()
                : Stream.of(
                        "-Darchive.db.driver=postgresql",
                        "-Darchive.db.url=" + databaseUrl,
                        "-Darchive.db.user=postgres",
                        "-Darchive.db.password=postgres");
        return Stream.of(always, database, settings.stream())
                .flatMap(part -> part)
                .toList();
    }

    private static void empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
