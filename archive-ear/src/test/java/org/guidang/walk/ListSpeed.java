// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.lang.management.MemoryMXBean;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands over lists of packages, small and large, from the draft to the holdings, and times every act. The packages are the
 * product's own, built and fixed through the interface of copies of one case; their archiving detection and registration are
 * written into the database, because another benchmark measures those.
 */
final class ListSpeed {

    /** A case of the demonstration whose two files name nobody else's number, so that copies of it are good cases. */
    private static final String MOTHER = "330100261110000000008";

    /** What is measured is not the hashing of passwords: md5-crypt of the same one, for who sends thousands of packages. */
    private static final String CHEAP_HASH = "$1$guidang$fp2oSi6/HUmnnHQsPduhR.";

    private final Product product;
    private final ServerProcess server;
    private final Rest window;
    private final Rest agency;
    private final AtomicInteger serial = new AtomicInteger();
    private final Map<Integer, Map<String, Double>> taken = new LinkedHashMap<>();
    private String ownHash;

    ListSpeed(ServerProcess server) {
        this.server = server;
        this.product = server.product();
        this.window = Rest.as(product, "client-wz");
        this.agency = Rest.as(product, "sun");
    }

    /** One list of each size, each timed; the first is only for warming up when it comes again. */
    void print(List<Integer> sizes) throws Exception {
        ownHash = ask("select password_hash from person where user_name = 'client-wz'");
        hash(CHEAP_HASH);
        HandOver walk = new HandOver(product);
        if ("RECEIVED".equals(HandOver.ok(window.get("cases/" + MOTHER)).getString("state"))) {
            walk.arrange(MOTHER);
        }
        for (int size : sizes) {
            handOver(size);
        }
        report();
    }

    private void handOver(int size) throws Exception {
        List<String> packages = new ArrayList<>();
        took(size, "build and fix the packages (8 clients)", seconds(() -> packages.addAll(build(size))));
        register(size);
        String[] list = new String[1];
        took(size, "draft", seconds(() -> list[0] = draft(packages)));
        took(size, "submit", act(window, list[0], "submission"));
        took(size, "receive", act(agency, list[0], "receipt"));
        took(size, "receipt detection (batch)", seconds(() -> awaitTested(list[0], size)));
        took(size, "accept all", act(agency, list[0], "acceptance"));
        took(size, "conclude", act(agency, list[0], "conclusion"));
        hash(ownHash); // who signs shows the password to the product itself
        took(size, "sign, window", seconds(() -> sign(window, list[0])));
        hash(CHEAP_HASH);
        took(size, "look at the list", seconds(() -> HandOver.ok(agency.get("transfer-lists/" + list[0]))));
        took(
                size,
                "a page of its packages",
                seconds(() -> agency.get("transfer-lists/" + list[0] + "/packages?limit=50")));
        double[] pdf = pdf(list[0]);
        took(size, "PDF of table A.1", pdf[0]);
        took(size, "… heap growth, MiB", pdf[1]);
        took(size, "sign, agency", seconds(() -> sign(agency, list[0])));
        took(size, "store in the holdings", seconds(() -> awaitStored(list[0])));
    }

    /** Told at once, for a run takes its time and may not come to its end. */
    private void took(int size, String act, double value) {
        taken.computeIfAbsent(size, none -> new LinkedHashMap<>()).put(act, value);
        System.err.printf("%d %s %.2f%n", size, act, value);
    }

    private void report() {
        System.out.print("| act |");
        taken.keySet().forEach(size -> System.out.print(" " + size + " packages, s | ms a package |"));
        System.out.println(" cost a package, large to small |");
        System.out.println("|---|" + "---|---|".repeat(taken.size()) + "---|");
        List<Integer> sizes = List.copyOf(taken.keySet());
        int small = sizes.get(0);
        int large = sizes.get(sizes.size() - 1);
        for (String act : taken.get(small).keySet()) {
            System.out.print("| " + act + " |");
            for (int size : sizes) {
                double value = taken.get(size).get(act);
                System.out.printf(" %.2f | %.3f |", value, value * 1000 / size);
            }
            System.out.printf(
                    " %.2f |%n",
                    taken.get(large).get(act) / large / (taken.get(small).get(act) / small));
        }
        double[] sum = sizes.stream().mapToDouble(this::acts).toArray();
        System.out.printf(
                "All acts from the draft to the holdings without the PDF: %.1f ms a package on %d, %.1f on %d, ratio %.2f (bar 1.2)%n",
                sum[0] * 1000 / small,
                small,
                sum[sum.length - 1] * 1000 / large,
                large,
                sum[sum.length - 1] / large / (sum[0] / small));
    }

    private double acts(int size) {
        return taken.get(size).entrySet().stream()
                .filter(act -> !act.getKey().contains("heap")
                        && !act.getKey().startsWith("build")
                        && !act.getKey().startsWith("PDF")
                        && !act.getKey().contains("page"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Copies of the mother case, and the package of each, built by the product. */
    private List<String> build(int size) throws Exception {
        int from = serial.getAndAdd(size);
        List<String> numbers = new ArrayList<>();
        try (Connection database = Multitude.connect(product.databaseUrl());
                Statement statement = database.createStatement()) {
            String copies =
                    " from generate_series(" + from + ", " + (from + size - 1) + ") n, %s where %s = '" + MOTHER + "'";
            String number = "'46' || lpad(n::text, 19, '0')";
            copy(statement, "intake_case", number, copies);
            copy(statement, "case_opinion", number, copies);
            copy(statement, "case_file", number, copies);
        }
        for (int n = from; n < from + size; n++) {
            numbers.add("46" + "%019d".formatted(n));
        }
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> work = numbers.stream()
                    .map(number -> (Callable<String>) () -> {
                        HttpResponse<String> built =
                                window.post("packages", "{\"applicationNumber\":\"" + number + "\"}");
                        assertEquals(201, built.statusCode(), built.body());
                        return Rest.json(built).getString("number");
                    })
                    .toList();
            List<String> packages = new ArrayList<>();
            for (Future<String> each : clients.invokeAll(work)) {
                packages.add(each.get());
            }
            return packages;
        } finally {
            clients.shutdown();
        }
    }

    private static void copy(Statement statement, String table, String number, String copies) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var row = statement.executeQuery("select column_name from information_schema.columns where table_name = '"
                + table + "' order by ordinal_position")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        List<String> values = columns.stream()
                .map(column -> switch (column) {
                    case "application_number" -> number;
                    case "id" -> "gen_random_uuid()::text";
                    default -> column;
                })
                .toList();
        statement.execute("insert into " + table + " (" + String.join(", ", columns) + ") select "
                + String.join(", ", values) + copies.formatted(table, "application_number"));
    }

    private void register(int size) throws SQLException {
        try (Connection database = Multitude.connect(product.databaseUrl());
                Statement statement = database.createStatement()) {
            int registered =
                    statement.executeUpdate("update archival_package set state = 'REGISTERED', detection_passed = true,"
                            + " detection_report = 'GD-' || package_number, detected_at = fixed_at, registered_at = now(), row_version = row_version + 1"
                            + " where application_number like '46%' and state = 'FIXED'");
            assertEquals(size, registered);
            statement.execute(
                    "insert into register_entry (package_number, package_version, application_number, title, item_code, item_name,"
                            + " item_type, window_code, agency_code, retention, closed_year, files, content_octets, zip_octets, zip_sm3, zip_sha256,"
                            + " report, registered_by, registered_at) select package_number, version, application_number, title, item_code, item_name,"
                            + " item_type, window_code, agency_code, retention, closed_year, files, content_octets, zip_octets, zip_sm3, zip_sha256,"
                            + " detection_report, '李静', registered_at from archival_package p where application_number like '46%' and not exists"
                            + " (select 1 from register_entry e where e.package_number = p.package_number and e.package_version = p.version)");
            statement.execute("analyze archival_package, register_entry, intake_case, case_file");
        }
    }

    private String draft(List<String> packages) {
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        packages.forEach(numbers::add);
        HttpResponse<String> drafted = window.post(
                "transfer-lists",
                Json.createObjectBuilder()
                        .add("agency", "SJ")
                        .add("packages", numbers)
                        .build()
                        .toString());
        assertEquals(201, drafted.statusCode(), drafted.body());
        return Rest.json(drafted).getJsonObject("row").getString("number");
    }

    private double act(Rest side, String list, String act) throws Exception {
        String revision = ask("select revision from transfer_list where list_number = '" + list + "'");
        return seconds(() -> {
            HttpResponse<String> done = side.send(side.request("transfer-lists/" + list + "/" + act)
                    .timeout(java.time.Duration.ofMinutes(10))
                    .header("If-Match", "\"" + revision + "\"")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
            assertEquals(200, done.statusCode(), done.body());
        });
    }

    private void sign(Rest side, String list) throws SQLException {
        JsonObject fixed = current(list);
        HttpResponse<String> signed = side.post(
                "transfer-lists/" + list + "/signatures",
                Json.createObjectBuilder()
                        .add("version", fixed.getInt("version"))
                        .add("sm3", fixed.getString("sm3"))
                        .add("password", "Guidang-2026")
                        .build()
                        .toString());
        assertEquals(200, signed.statusCode(), signed.body());
    }

    private JsonObject current(String list) throws SQLException {
        String newest = " from transfer_version where list_number = '" + list + "' order by version desc limit 1";
        return Json.createObjectBuilder()
                .add("version", Integer.parseInt(ask("select version" + newest)))
                .add("sm3", ask("select text_sm3" + newest))
                .build();
    }

    private void hash(String hash) throws SQLException {
        try (Connection database = Multitude.connect(product.databaseUrl());
                Statement statement = database.createStatement()) {
            statement.execute("update person set password_hash = '" + hash + "' where user_name = 'client-wz'");
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection database = Multitude.connect(product.databaseUrl());
                Statement statement = database.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private void awaitTested(String list, int size) throws SQLException {
        await("select tested from transfer_list where list_number = '" + list + "'", String.valueOf(size));
    }

    private void awaitStored(String list) throws SQLException {
        await("select state from transfer_list where list_number = '" + list + "'", "STORED");
    }

    private void await(String question, String answer) throws SQLException {
        String now = "";
        for (int tries = 0; tries < 18_000; tries++) {
            now = ask(question);
            if (answer.equals(now)) {
                return;
            }
            HandOver.pause(200);
        }
        throw new IllegalStateException(question + " stays " + now);
    }

    /** Seconds, and the most heap in use above what was in use before, garbage included, in MiB. */
    private double[] pdf(String list) throws Exception {
        MemoryMXBean memory = server.memory();
        memory.gc();
        long before = memory.getHeapMemoryUsage().getUsed();
        CompletableFuture<Double> done = CompletableFuture.supplyAsync(() -> {
            long start = System.nanoTime();
            HttpResponse<byte[]> pdf = agency.send(
                    agency.request("transfer-lists/" + list + "/list.pdf").GET(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, pdf.statusCode());
            return (System.nanoTime() - start) / 1e9;
        });
        long most = before;
        while (!done.isDone()) {
            most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
            HandOver.pause(20);
        }
        return new double[] {done.get(), (most - before) / 1048576.0};
    }

    private interface Act {
        void run() throws Exception;
    }

    private static double seconds(Act act) throws Exception {
        long start = System.nanoTime();
        act.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
