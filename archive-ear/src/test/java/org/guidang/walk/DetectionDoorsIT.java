// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guidang.detection.core.virus.Clamd;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three doors, one verdict: the flow, the dry run of the server, the command line. Over the mixed corpus and the corpus of
 * bad packages, of which the build takes a sample; {@code -Ddoors.sample} says how large, {@code -Ddoors.all=true} takes all, {@code -Dguidang.seed} the same
 * sample again. Server and command believe the same folders and ask the same scanner.
 */
@Tag("once")
class DetectionDoorsIT {

    private static final List<String> FAMILIES = List.of("01-", "02-", "03-", "04-", "14-", "15-seeds/record-family/");
    private static final Path PUBLISHED = Path.of("../docs/detection-corpus");
    private static final boolean ALL = Boolean.getBoolean("doors.all");
    private static final int SAMPLE = Integer.getInteger("doors.sample", 40);
    private static final long SEED = Long.getLong("guidang.seed", System.nanoTime());

    /** A good record that came before under the same 唯一标识码: only who keeps the first can refuse it, as intake does. */
    private static final String REPEATED = "15-seeds/record-family/m159-requestid-repeat.xml";

    private static EmbeddedPostgres postgres;
    private static ServerProcess server;
    private static HandOver walk;
    private static Doors doors;
    private static Path trust;

    @BeforeAll
    static void open() throws IOException {
        Corpus.root();
        String scanner = Clamd.get().address();
        System.out.println("guidang.seed=" + SEED + " doors.all=" + ALL);
        postgres = Product.newPostgres();
        Product product = Product.fresh("it-doors", Product.address(postgres));
        trust = Files.createDirectories(product.data().resolve("trust"));
        for (Path folder : List.of(Corpus.root().resolve("12-pki-sm2"), PUBLISHED.resolve("anchors"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Path copy = trust.resolve(folder.getFileName() + "-" + file.getFileName());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        server = new ServerProcess(product.with(
                        "-Dguidang.trust=" + trust,
                        "-Dguidang.scanner=" + scanner,
                        "-Dguidang.scanner.limit=" + Clamd.LIMIT,
                        "-Dguidang.detection.profile=DAT70-2018"))
                .start();
        walk = new HandOver(server.product());
        Path own = product.data().resolve("keys/demonstration/anchors");
        doors = new Doors(walk.window, List.of(own, trust), scanner, product.data());
    }

    @AfterAll
    static void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static <T> List<T> sample(List<T> all) {
        List<T> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(SEED));
        return ALL ? all : mixed.subList(0, Math.min(SAMPLE, mixed.size()));
    }

    @Test
    @DisplayName("试检测与命令行对语料每个文件结论相同、问题相同，并与清单一致；什么也不存")
    void the_dry_run_says_of_every_file_what_the_command_says_and_stores_nothing() throws Exception {
        List<Corpus.Row> rows = sample(FAMILIES.stream()
                .flatMap(family -> Corpus.rows(family).stream())
                .filter(Corpus.Row::firm)
                .toList());
        List<Path> files = rows.stream().map(Corpus.Row::file).toList();
        List<Doors.Answer> command = doors.command(files, null, null);
        Map<String, Long> before = stored();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Corpus.Row row = rows.get(i);
            Doors.Answer told = doors.dryRun(row.file(), "ARCHIVING", "DAT70-2018");
            wrong.addAll(Doors.differences(row.file(), withoutItems(told), command.get(i)));
            if (!row.path().equals(REPEATED) && !asExpected(row, told)) {
                wrong.add(row.path() + " should be " + row.verdict() + " and is " + told.file());
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertEquals(before, stored());
        System.out.println("doors: " + rows.size() + " files, no difference");
    }

    private static Doors.Answer withoutItems(Doors.Answer told) {
        return new Doors.Answer(told.outcome(), told.file(), Map.of());
    }

    private static boolean asExpected(Corpus.Row row, Doors.Answer told) {
        boolean something = told.file().size() > 3;
        return switch (row.verdict()) {
            case "ACCEPT" -> told.outcome().equals("PASSED");
            case "ACCEPT_WARN" ->
                told.outcome().equals("PASSED") && something || told.outcome().equals("INDETERMINATE");
            case "REJECT" -> told.outcome().equals("FAILED");
            default -> told.outcome().equals(row.verdict());
        };
    }

    private record Published(Path zip, String stage, String phase, String profile) {}

    private static List<Published> published() throws IOException {
        List<Published> all = new ArrayList<>();
        for (String row : Files.readAllLines(PUBLISHED.resolve("manifest.csv"))) {
            String[] cells = row.split(",", -1);
            Path zip = PUBLISHED.resolve(cells[0]).resolve("package.zip");
            if (Files.exists(zip)) {
                String stage = switch (cells[3]) {
                    case "ARCHIVING" -> "GD";
                    case "RECEIPT" -> "YJ";
                    default -> "CQ";
                };
                all.add(new Published(zip, stage, cells[3], cells[2]));
            }
        }
        return all;
    }

    @Test
    @DisplayName("试检测与命令行对公开坏包逐项结论相同、问题相同；什么也不存")
    void the_dry_run_says_of_every_item_of_every_published_package_what_the_command_says() throws Exception {
        Map<String, List<Published>> stages = new LinkedHashMap<>();
        sample(published())
                .forEach(one -> stages.computeIfAbsent(one.profile() + one.stage(), none -> new ArrayList<>())
                        .add(one));
        Map<String, Long> before = stored();
        List<String> wrong = new ArrayList<>();
        int items = 0;
        for (List<Published> stage : stages.values()) {
            List<Doors.Answer> command = doors.command(
                    stage.stream().map(Published::zip).toList(),
                    stage.get(0).stage(),
                    stage.get(0).profile());
            for (int i = 0; i < stage.size(); i++) {
                Published one = stage.get(i);
                Doors.Answer told = doors.dryRun(one.zip(), one.phase(), one.profile());
                assertFalse(told.items().isEmpty(), one.toString());
                items += told.items().size();
                wrong.addAll(Doors.differences(one.zip(), told, command.get(i)));
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertEquals(before, stored());
        System.out.println("doors: " + items + " items of published packages, no difference");
    }

    @Test
    @DisplayName("流程中归档检测、接收检测的逐项结论，与对同一包的试检测、命令行相同")
    void the_flow_says_of_its_packages_what_the_other_doors_say() throws Exception {
        String pack = walk.registeredPackage(walk.arrangedCase());
        compare(walk.window, pack, "ARCHIVING", "GD");
        String list = walk.submittedList(null, pack);
        walk.received(list);
        compare(walk.agency, pack, "RECEIPT", "YJ");
    }

    private void compare(Rest side, String pack, String phase, String stage) throws IOException {
        JsonObject report = HandOver.array(side.get("packages/" + pack + "/detections")).stream()
                .filter(each -> each.getString("phase").equals(phase))
                .findFirst()
                .orElseThrow();
        Path zip = server.product().data().resolve(stage + "-" + pack + ".zip");
        HttpResponse<Path> content = side.send(
                side.request("packages/" + pack + "/versions/1/content").GET(), HttpResponse.BodyHandlers.ofFile(zip));
        assertEquals(200, content.statusCode());
        Doors.Answer command = doors.command(List.of(zip), stage, "DAT70-2018").get(0);
        Doors.Answer dry = doors.dryRun(zip, phase, "DAT70-2018");
        assertEquals(List.of(), Doors.differences(zip, dry, command));
        Map<String, String> flow = Doors.items(report, zip.getFileName().toString());
        assertEquals(flow.keySet(), dry.items().keySet());
        int same = 0;
        for (Map.Entry<String, String> item : flow.entrySet()) {
            String outside = dry.items().get(item.getKey());
            boolean knowsMore = outside.contains("detection.item.nothing-registered")
                    || outside.contains("detection.item.no-register");
            if (!knowsMore) {
                assertEquals(item.getValue(), outside, phase + " " + item.getKey());
                same++;
            }
        }
        assertTrue(same > 25, same + " items compared");
    }

    @Test
    @DisplayName("服务器检测恶意文件时除数据库、病毒扫描外不连任何地址")
    void examining_hostile_files_the_server_connects_to_nobody_but_its_own() throws Exception {
        List<Corpus.Row> hostile = sample(FAMILIES.stream()
                .flatMap(family -> Corpus.rows(family).stream())
                .filter(row -> row.verdict().equals("REJECT"))
                .filter(row -> row.file().toFile().length() < 1 << 20)
                .toList());
        Path calls = server.product().data().resolve("calls.txt");
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-p",
                        String.valueOf(server.pid()),
                        "-e",
                        "trace=connect,sendto,sendmsg,sendmmsg",
                        "-e",
                        "signal=none",
                        "-o",
                        calls.toString())
                .redirectErrorStream(true)
                .redirectOutput(server.product().data().resolve("strace.log").toFile())
                .start();
        HandOver.pause(2000);
        boolean watched = strace.isAlive();
        for (Corpus.Row row : hostile) {
            doors.dryRun(row.file(), "ARCHIVING", "DAT70-2018");
        }
        strace.destroy();
        strace.waitFor(60, TimeUnit.SECONDS);
        System.out.println("doors: " + hostile.size() + " hostile files, system calls "
                + (watched ? "watched" : "NOT watched, strace is missing or not permitted"));
        if (!watched) {
            return;
        }
        List<String> told = Files.readAllLines(calls).stream()
                .filter(line -> line.contains("sa_family=AF_INET"))
                .toList();
        String scanner = "htons(" + Clamd.get().address().replaceAll(".*:", "") + ")";
        List<String> own = List.of(
                scanner,
                "htons(" + postgres.getPort() + ")",
                "htons(" + server.product().mail() + ")");
        assertTrue(told.stream().anyMatch(line -> line.contains(scanner)), "what does connect is seen");
        assertEquals(
                List.of(),
                told.stream()
                        .filter(line ->
                                !line.contains("127.0.0.1") || own.stream().noneMatch(line::contains))
                        .toList());
    }

    /** Rows of every table, and files below the data directory where anything is kept. */
    private static Map<String, Long> stored() throws SQLException, IOException {
        Map<String, Long> stored = new TreeMap<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from \"" + table + "\"")) {
                    count.next();
                    stored.put(table, count.getLong(1));
                }
            }
        }
        assertTrue(stored.size() > 30, stored.toString());
        for (String folder : List.of("store", "holdings", "quarantine", "tmp")) {
            Path kept = server.product().data().resolve(folder);
            if (Files.isDirectory(kept)) {
                try (Stream<Path> files = Files.walk(kept)) {
                    stored.put(
                            "/" + folder,
                            files.filter(Files::isRegularFile)
                                    .filter(file -> !folder.equals("tmp")
                                            || file.getFileName().toString().startsWith("dry-run"))
                                    .count());
                }
            }
        }
        return stored;
    }
}
