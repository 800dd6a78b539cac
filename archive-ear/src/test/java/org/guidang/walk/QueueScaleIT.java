// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What every queue asks of the database, without a clock: no scan of a table that grows, and not more questions for more rows
 * (architecture: a query without an index on a queue may not exist). On 100,000 packages, read from the plans PostgreSQL took.
 *
 * <p>Runs with {@code -Dscale.packages=100000}; not by itself before it has been green on a quiet machine.
 */
@Tag("once")
@EnabledIfSystemProperty(named = "scale.packages", matches = "[0-9]+")
class QueueScaleIT {

    private static final int PACKAGES = Integer.getInteger("scale.packages", 100_000);
    private static final int MOST_QUESTIONS = 40;
    private static final List<String> GROWING = List.of(
            "intake_case",
            "package_number",
            "archival_package",
            "register_entry",
            "detection_report",
            "transfer_list",
            "transfer_row",
            "transfer_package",
            "transfer_version",
            "transfer_act",
            "list_number",
            "holding",
            "holding_file",
            "notice");

    private static AskedOfDatabase database;
    private static ServerProcess server;
    private static Product product;
    private static final Map<String, Session> SESSIONS = new HashMap<>();

    @BeforeAll
    static void pour() throws Exception {
        Product empty = Product.fresh("it-scale", null);
        database = new AskedOfDatabase(empty.data());
        product = new Product(
                empty.http(), empty.management(), empty.mail(), empty.data(), database.address(), List.of());
        server = new ServerProcess(product).start();
        Multitude.pour(database.address(), PACKAGES);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        database.close();
    }

    @Test
    @DisplayName("每个队列都沿索引读取，不扫全表；问数据库的次数有限")
    void every_queue_reads_along_an_index_and_asks_few_questions() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, String> samples;
        try (Connection connection = Multitude.connect(database.address())) {
            samples = QueueSpeed.samples(connection);
        }
        for (Queues.Asked asked : Queues.all(samples)) {
            Session session = SESSIONS.computeIfAbsent(asked.who(), who -> new Session(product, who));
            session.get(asked.path());
            List<AskedOfDatabase.Question> questions = database.during(
                    () -> assertEquals(200, session.get(asked.path()).statusCode(), asked.path()));
            System.out.println(asked.name() + ": " + questions.size() + " questions");
            assertTrue(!questions.isEmpty(), () -> asked.name() + ": nothing was written down");
            if (questions.size() > MOST_QUESTIONS) {
                wrong.add(asked.name() + " asks " + questions.size() + " questions");
            }
            for (AskedOfDatabase.Question question : questions) {
                GROWING.stream()
                        .filter(question::scans)
                        .forEach(table -> wrong.add(asked.name() + " scans " + table + ":\n" + question.text()));
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    @DisplayName("页大十倍，问数据库的次数不变")
    void ten_times_the_rows_are_asked_for_with_as_many_questions() throws Exception {
        for (String path : List.of(
                "cases?state=RECEIVED&",
                "packages?",
                "register-entries?",
                "transfer-lists?",
                "list-numbers/2025?",
                "detection-jobs?",
                "notices?")) {
            assertEquals(questions("client-wz", path + "limit=10"), questions("client-wz", path + "limit=100"), path);
        }
        for (String path : List.of("transfer-lists?", "packages?", "holdings?", "notices?")) {
            assertEquals(questions("client-mz", path + "limit=10"), questions("client-mz", path + "limit=100"), path);
        }
    }

    /** Of three requests the one during which no timer asked anything. */
    private int questions(String who, String path) throws Exception {
        Session session = SESSIONS.computeIfAbsent(who, name -> new Session(product, name));
        int fewest = Integer.MAX_VALUE;
        for (int tries = 0; tries < 3; tries++) {
            fewest = Math.min(
                    fewest,
                    database.during(() -> assertEquals(
                                    200, session.get("api/v1/" + path).statusCode(), path))
                            .size());
        }
        return fewest;
    }

    @Test
    @DisplayName("清单大十倍，通过、结束审核、签字读库的次数只按批增长")
    void an_act_upon_ten_times_the_packages_reads_only_by_the_portion() throws Exception {
        database.execute("create table act_list as select list_number, row_number() over (order by list_number) as n"
                + " from transfer_list where state = 'UNDER_REVIEW' and not concluded order by list_number limit 8");
        // The first keeps fifty of its packages; the second takes over those of the others, until it has five hundred.
        database.execute(
                "delete from transfer_package p using act_list l where p.list_number = l.list_number and l.n = 1"
                        + " and p.package_number not in (select package_number from transfer_package q"
                        + " where q.list_number = l.list_number order by package_number limit 50)");
        database.execute("update transfer_package p set list_number = (select list_number from act_list where n = 2)"
                + " from act_list l where p.list_number = l.list_number and l.n between 3 and 6");
        database.execute(
                "update transfer_list t set window_code = 'WZ', agency_code = 'MZ', packages = c.n, tested = c.n"
                        + " from (select p.list_number, count(*) as n from transfer_package p group by p.list_number) c, act_list l"
                        + " where t.list_number = c.list_number and l.list_number = c.list_number and l.n in (1, 2)");
        Map<String, Integer> small = acts(1, 50);
        Map<String, Integer> large = acts(2, 500);
        System.out.println("reads of a list of 50 " + small + ", of 500 " + large);
        small.forEach((act, reads) -> assertTrue(
                // Timers ask meanwhile; a question for each package would be 450 more.
                large.get(act) <= reads + 45, () -> act + ": " + reads + " reads became " + large.get(act)));
    }

    @Test
    @DisplayName("A-14 别人的编号与不存在的编号，问数据库的次数相同")
    void a_foreign_number_is_answered_with_as_many_questions_as_one_that_is_nobodys() throws Exception {
        for (Foreigner each : foreigners()) {
            assertEquals(refused(each.who(), each.foreign()), refused(each.who(), each.unknown()), each.foreign());
        }
    }

    /** {@code -Dtiming.rounds=400} asks; some thousand requests are too long for every build. */
    @Test
    @DisplayName("A-14 别人的编号与不存在的编号，应答时间分不出")
    void a_foreign_number_takes_no_other_time_than_one_that_is_nobodys() throws Exception {
        int rounds = Integer.getInteger("timing.rounds", 0);
        Assumptions.assumeTrue(rounds > 0, "timing.rounds says how often");
        for (Foreigner each : foreigners()) {
            double z = Ranks.distance(
                    rounds, () -> refusal(each.who(), each.foreign()), () -> refusal(each.who(), each.unknown()));
            System.out.printf("%s %s: z = %.2f%n", each.who(), each.foreign(), z);
            assertTrue(Math.abs(z) < 4, () -> each.foreign() + " is told from an unknown one: z = " + z);
        }
    }

    /** Somebody who asks for what another body has, and the same with a number nobody has. */
    private record Foreigner(String who, String foreign, String unknown) {}

    private static List<Foreigner> foreigners() throws Exception {
        Map<String, String> samples;
        try (Connection connection = Multitude.connect(database.address())) {
            samples = QueueSpeed.samples(connection);
        }
        List<Foreigner> all = new ArrayList<>();
        for (String who : List.of("client-wb", "client-wj")) {
            all.add(new Foreigner(who, "packages/" + samples.get("package"), "packages/WZ-2024-9999999"));
            all.add(new Foreigner(
                    who, "packages/" + samples.get("package") + "/versions", "packages/WZ-2024-9999999/versions"));
            all.add(new Foreigner(who, "transfer-lists/" + samples.get("list"), "transfer-lists/WZ-2024-99999"));
            all.add(new Foreigner(
                    who,
                    "transfer-lists/" + samples.get("list") + "/packages",
                    "transfer-lists/WZ-2024-99999/packages"));
            all.add(new Foreigner(who, "detections/GD-7", "detections/GD-none"));
        }
        all.add(new Foreigner("client-wb", "cases/" + samples.get("application"), "cases/449999999999999999999"));
        all.add(new Foreigner("client-wj", "holdings/" + samples.get("holding"), "holdings/JMZ-2024-9999999"));
        return all;
    }

    private int refused(String who, String path) throws Exception {
        int fewest = Integer.MAX_VALUE;
        for (int tries = 0; tries < 2; tries++) {
            fewest = Math.min(fewest, database.during(() -> refusal(who, path)).size());
        }
        return fewest;
    }

    private static void refusal(String who, String path) {
        Session session = SESSIONS.computeIfAbsent(who, name -> new Session(product, name));
        assertEquals(404, session.get("api/v1/" + path).statusCode(), who + " " + path);
    }

    private Map<String, Integer> acts(int which, int packages) throws Exception {
        String list = ask("select list_number from act_list where n = " + which);
        assertEquals(
                String.valueOf(packages),
                ask("select count(*) from transfer_package where list_number = '" + list + "'"));
        Rest window = Rest.as(product, "client-wz");
        Rest agency = Rest.as(product, "client-mz");
        Map<String, Integer> reads = new HashMap<>();
        reads.put("acceptance", reads(() -> act(agency, list, "acceptance")));
        reads.put("conclusion", reads(() -> act(agency, list, "conclusion")));
        HandOver walk = new HandOver(product);
        reads.put(
                "signature",
                reads(() -> assertEquals(200, walk.sign(window, list).statusCode())));
        reads.put("view", reads(() -> HandOver.ok(window.get("transfer-lists/" + list))));
        return reads;
    }

    private static int reads(Runnable act) throws Exception {
        return (int) database.during(act).stream()
                .filter(AskedOfDatabase.Question::reads)
                .count();
    }

    private static void act(Rest side, String list, String act) {
        HttpResponse<String> done = side.send(side.request("transfer-lists/" + list + "/" + act)
                .header(
                        "If-Match",
                        side.get("transfer-lists/" + list)
                                .headers()
                                .firstValue("ETag")
                                .orElseThrow())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(200, done.statusCode(), done.body());
    }

    private static String ask(String question) throws Exception {
        try (Connection connection = Multitude.connect(database.address());
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
