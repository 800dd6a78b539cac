// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The hand-over by the clock, on a server of its own with a PostgreSQL of its own: lists of two sizes from the draft to the
 * holdings, then every queue page and list of the interface over many packages. Prints the tables of docs/benchmarks.md.
 *
 * <p>Properties: {@code speed.packages} in the database (1,000,000), {@code speed.list} packages on the large list (10,000),
 * {@code speed.rounds} of each question (60), {@code speed.parts} ({@code "lists queues"}).
 */
public final class HandOverBenchmark {

    private HandOverBenchmark() {}

    public static void main(String[] args) throws Exception {
        String parts = System.getProperty("speed.parts", "lists queues");
        System.out.printf(
                "%d processors, load before %s%n",
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).strip());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setCleanDataDirectory(true)
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "8GB")
                        .start();
                ServerProcess server = new ServerProcess(
                                Product.fresh("speed", Product.address(postgres) + "&reWriteBatchedInserts=true"))
                        .start()) {
            // A list among as many others as there are: what is slow with many shows in the acts too.
            long start = System.nanoTime();
            Multitude.pour(Product.address(postgres), Integer.getInteger("speed.packages", 1_000_000));
            System.out.printf("poured in %.0f s%n", (System.nanoTime() - start) / 1e9);
            if (parts.contains("queues")) {
                new QueueSpeed(server.product(), Integer.getInteger("speed.rounds", 60)).print();
            }
            if (parts.contains("lists")) {
                int large = Integer.getInteger("speed.list", 10_000);
                ListSpeed lists = new ListSpeed(server);
                lists.print(Stream.of(100, large).toList());
            }
        }
        System.out.println(
                "load after " + Files.readString(Path.of("/proc/loadavg")).strip());
    }
}
