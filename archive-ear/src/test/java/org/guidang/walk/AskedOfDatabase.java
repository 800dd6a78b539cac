// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A PostgreSQL that writes down every statement it carries out, whoever sends it, with the plan it took (auto_explain): what a
 * request asks of the database is read there, not believed of the program.
 */
final class AskedOfDatabase implements AutoCloseable {

    private static final Pattern ENTRY = Pattern.compile("(?m)^.*LOG:  duration: [0-9.]+ ms  plan:$");

    /** @param text the SQL and under it the plan */
    record Question(String text) {

        boolean reads() {
            return text.stripLeading().startsWith("Query Text: select");
        }

        boolean scans(String table) {
            return text.contains("Seq Scan on " + table + " ") || text.contains("Seq Scan on public." + table + " ");
        }
    }

    private final EmbeddedPostgres postgres;
    private final Path log;

    AskedOfDatabase(Path folder) throws IOException {
        log = folder.resolve("plans.log");
        postgres = EmbeddedPostgres.builder()
                .setCleanDataDirectory(true)
                .setServerConfig("shared_preload_libraries", "auto_explain")
                .setServerConfig("auto_explain.log_min_duration", "0")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", folder.toString())
                .setServerConfig("log_filename", "plans.log")
                .setServerConfig("log_rotation_age", "0")
                .setServerConfig("log_rotation_size", "0")
                .start();
    }

    String address() {
        return Product.address(postgres);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = Multitude.connect(address());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What was asked while this ran; whatever timers ask meanwhile is among it. */
    List<Question> during(Runnable request) throws IOException {
        long before = settled();
        request.run();
        long after = settled();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] octets = new byte[(int) (after - before)];
            file.seek(before);
            file.readFully(octets);
            List<String> entries =
                    new ArrayList<>(Arrays.asList(ENTRY.split(new String(octets, StandardCharsets.UTF_8))));
            entries.remove(0);
            return entries.stream().map(Question::new).toList();
        }
    }

    /** The length of the log once it has stopped growing for a moment. */
    private long settled() {
        long length = -1;
        while (log.toFile().length() != length) {
            length = log.toFile().length();
            HandOver.pause(150);
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
