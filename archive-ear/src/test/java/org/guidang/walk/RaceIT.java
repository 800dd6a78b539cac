// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Two people who want contrary things of one list at the same moment: one gets it, the other is told who was faster and
 * when, and list, packages and operation log say the same afterwards (trust A-25; 移交清单的并发).
 *
 * <p>{@code -Drace.rounds=500} runs the full number; {@code -Dguidang.seed} draws the same delays again.
 */
@OnProduct
class RaceIT {

    private static final int ROUNDS = Integer.getInteger("race.rounds", 12);
    private static final String REASONS = "\"reasons\":[{\"code\":\"METADATA\",\"text\":\"题名与材料不符，请更正\"}]";

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);
    private final Rest li = Rest.as(product, "li");
    private final Rest zhang = Rest.as(product, "zhang");
    private final Rest admin = Rest.as(product, "admin");
    private final Deque<String> free = new ArrayDeque<>();
    private Race race;

    @BeforeEach
    void draw() {
        long seed = Long.getLong("guidang.seed", System.nanoTime());
        System.out.println("guidang.seed=" + seed + " race.rounds=" + ROUNDS);
        race = new Race(seed);
    }

    @Test
    @DisplayName("同一件同时通过与退回")
    void accept_and_return_of_the_same_package() {
        String list = walk.submittedList(null, pack());
        walk.received(list);
        String pack = packages(list).get(0).getString("packageNumber");
        String named = "{\"packages\":[\"" + pack + "\"]";
        for (int round = 0; round < ROUNDS; round++) {
            String tag = tag(list);
            Race.Result result = race.run(
                    () -> act(zhang, list, "acceptance", named + "}", tag),
                    () -> act(walk.agency, list, "return", named + "," + REASONS + "}", tag));
            result.requireOneWinner("张伟", "民政档案系统接口");
            assertEquals(
                    result.oneWon() ? "ACCEPTED" : "RETURNED",
                    packages(list).get(0).getString("decision"));
        }
        Map<String, Integer> log = done(list);
        assertEquals(
                ROUNDS,
                log.getOrDefault("transfer-list.accept", 0) + log.getOrDefault("transfer-list.return-packages", 0));
        assertEquals(ROUNDS, acts(list, "DECIDED"));
    }

    @Test
    @DisplayName("窗口撤回与机构接收同时")
    void withdraw_and_receive() {
        for (int round = 0; round < ROUNDS; round++) {
            String pack = pack();
            String list = walk.submittedList(null, pack);
            String tag = tag(list);
            Race.Result result = race.run(
                    () -> act(li, list, "withdrawal", "{}", tag), () -> act(zhang, list, "receipt", "{}", tag));
            result.requireOneWinner("李静", "张伟");
            assertEquals(
                    result.oneWon() ? "WITHDRAWN" : "UNDER_REVIEW",
                    HandOver.ok(walk.window.get("transfer-lists/" + list))
                            .getJsonObject("row")
                            .getString("state"));
            Map<String, Integer> log = done(list);
            assertEquals(result.oneWon() ? 1 : 0, log.getOrDefault("transfer-list.withdraw", 0));
            assertEquals(result.oneWon() ? 0 : 1, log.getOrDefault("transfer-list.receive", 0));
            if (result.oneWon()) {
                free.push(pack);
            }
        }
    }

    @Test
    @DisplayName("修改与提交同时")
    void edit_and_submit() {
        String pack = pack();
        String list = draft(pack);
        int edited = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String at = list;
            String tag = tag(at);
            String remarks = "transfer-lists/" + at + "/remarks/" + batch(at);
            Race.Result result = race.run(
                    () -> li.send(li.request(remarks)
                            .header("If-Match", tag)
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString("{\"text\":\"加急\"}"))),
                    () -> act(walk.window, at, "submission", "{}", tag));
            result.requireOneWinner("李静", "市平台接口");
            assertEquals(result.oneWon() ? "DRAFT" : "SUBMITTED", row(list).getString("state"));
            assertEquals(result.oneWon() ? 0 : 1, done(list).getOrDefault("transfer-list.submit", 0));
            edited += result.oneWon() ? 1 : 0;
            assertEquals(edited, done(list).getOrDefault("transfer-list.remark", 0));
            if (!result.oneWon()) {
                walk.act(walk.window, list, "withdrawal", "{}");
                list = draft(pack);
                edited = 0;
            }
        }
    }

    @Test
    @DisplayName("同一信息包同时列入两份清单")
    void same_package_on_two_lists() {
        String pack = pack();
        String body = "{\"packages\":[\"" + pack + "\"]}";
        String one = draft();
        String other = draft();
        for (int round = 0; round < ROUNDS; round++) {
            String tagOne = tag(one);
            String tagOther = tag(other);
            Race.Result result = race.run(
                    () -> act(li, one, "packages", body, tagOne),
                    () -> act(walk.window, other, "packages", body, tagOther));
            result.requireOneWinner("李静", "市平台接口");
            String winner = result.oneWon() ? one : other;
            assertEquals(List.of(pack), numbers(winner));
            assertEquals(List.of(), numbers(result.oneWon() ? other : one));
            walk.act(walk.window, winner, "packages/removal", body);
        }
        assertEquals(
                ROUNDS,
                done(one).getOrDefault("transfer-list.add-packages", 0)
                        + done(other).getOrDefault("transfer-list.add-packages", 0));
    }

    /** Whoever comes when the role is gone already is answered like anybody without it. */
    private static boolean isStranger(HttpResponse<String> answer) {
        return answer.statusCode() == 403 || answer.statusCode() == 404;
    }

    @Test
    @DisplayName("A-25 收回角色与签字同时")
    void withdrawn_role_and_signature() {
        String list = concluded();
        boolean windowSigned = false;
        for (int round = 0; round < ROUNDS; round++) {
            String at = list;
            boolean window = !windowSigned;
            Rest signer = window ? li : zhang;
            String role = window ? "li/roles/window-archivist" : "zhang/roles/agency-reviewer";
            String body = signature(list);
            Race.Result result = race.run(
                    () -> signer.post("transfer-lists/" + at + "/signatures", body),
                    () -> admin.send(admin.request("accounts/" + role).DELETE()));
            try {
                assertEquals(200, result.other().statusCode(), result.other().body());
                if (!result.oneWon() && !isStranger(result.one())) {
                    Race.requireTold(result.one(), "系统管理员");
                }
                assertEquals(
                        result.oneWon()
                                ? (window ? "SIGNED_BY_ONE" : "SIGNED")
                                : (window ? "UNDER_REVIEW" : "SIGNED_BY_ONE"),
                        storedCountsAsSigned(walk.state(list)));
                assertEquals(
                        (windowSigned ? 1 : 0) + (result.oneWon() ? 1 : 0),
                        done(list).getOrDefault("transfer-list.sign", 0));
            } finally {
                HandOver.ok(admin.send(admin.request("accounts/" + role).PUT(HttpRequest.BodyPublishers.noBody())));
            }
            if (result.oneWon()) {
                list = window ? list : concluded();
                windowSigned = window;
            }
        }
    }

    @Test
    @DisplayName("机构一人签字、一人整批退回")
    void sign_and_return_the_whole_list() {
        for (int round = 0; round < Math.max(4, ROUNDS / 8); round++) {
            String list = concluded();
            String body = signature(list);
            String tag = tag(list);
            Race.Result result = race.run(
                    () -> zhang.post("transfer-lists/" + list + "/signatures", body),
                    () -> act(walk.agency, list, "return", "{" + REASONS + "}", tag));
            result.requireOneWinner("张伟", "民政档案系统接口");
            assertEquals(result.oneWon() ? "SIGNED_BY_ONE" : "RETURNED", walk.state(list));
            Map<String, Integer> log = done(list);
            assertEquals(result.oneWon() ? 1 : 0, log.getOrDefault("transfer-list.sign", 0));
            assertEquals(result.oneWon() ? 0 : 1, log.getOrDefault("transfer-list.return", 0));
        }
    }

    @Test
    @DisplayName("同一申报号同时接收：后到者得到与晚到者相同的答复")
    void same_case_received_twice() {
        JsonObject sample = walk.sampleCase();
        for (int round = 0; round < Math.max(4, ROUNDS / 4); round++) {
            String number = HandOver.newNumber();
            List<HandOver.Upload> files = walk.filesFor(sample, number);
            List<HandOver.Upload> fewer = round % 2 == 0 ? files : withoutOne(files);
            Race.Result result = race.run(
                    () -> walk.send(sample, number, files, "one-" + number),
                    () -> walk.send(sample, number, fewer, "other-" + number));
            HttpResponse<String> late = walk.send(sample, number, result.oneWon() ? fewer : files, "late-" + number);
            if (round % 2 == 0) {
                assertEquals(
                        List.of(200, 201),
                        List.of(result.one().statusCode(), result.other().statusCode()).stream()
                                .sorted()
                                .toList(),
                        () -> result.one().body() + result.other().body());
                assertEquals(200, late.statusCode());
            } else {
                HttpResponse<String> loser = result.oneWon() ? result.other() : result.one();
                assertTrue(result.winner().statusCode() == 201, result.winner().body());
                assertEquals(late.statusCode() + late.body(), loser.statusCode() + loser.body());
            }
            assertEquals(1, done(number).getOrDefault("case.receive", 0));
        }
    }

    /** Another submission, as good as the first. */
    private static List<HandOver.Upload> withoutOne(List<HandOver.Upload> files) {
        HandOver.Upload left = files.stream()
                .filter(file -> file.issuing() == null)
                .findFirst()
                .orElseThrow();
        return files.stream().filter(file -> file != left).toList();
    }

    private String batch(String list) {
        return HandOver.ok(walk.window.get("transfer-lists/" + list))
                .getJsonArray("rows")
                .getJsonObject(0)
                .getString("batch");
    }

    private String pack() {
        return free.isEmpty() ? walk.registeredPackage(walk.arrangedCase()) : free.pop();
    }

    private String draft(String... packages) {
        String numbers = packages.length == 0 ? "" : "\"" + String.join("\",\"", packages) + "\"";
        HttpResponse<String> drafted =
                walk.window.post("transfer-lists", "{\"agency\":\"MZ\",\"packages\":[" + numbers + "]}");
        assertEquals(201, drafted.statusCode(), drafted.body());
        return Rest.json(drafted).getJsonObject("row").getString("number");
    }

    /** A list of one accepted package that waits for both signatures. */
    private String concluded() {
        String list = walk.submittedList(null, pack());
        walk.received(list);
        walk.act(walk.agency, list, "acceptance", "{}");
        walk.act(walk.agency, list, "conclusion", "{}");
        return list;
    }

    private String signature(String list) {
        JsonObject current =
                HandOver.ok(walk.agency.get("transfer-lists/" + list)).getJsonObject("current");
        return "{\"version\":" + current.getInt("version") + ",\"sm3\":\"" + current.getString("sm3")
                + "\",\"password\":\"Guidang-2026\"}";
    }

    private static HttpResponse<String> act(Rest side, String list, String act, String json, String tag) {
        return side.send(side.request("transfer-lists/" + list + "/" + act)
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String tag(String list) {
        return walk.window
                .get("transfer-lists/" + list)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private JsonObject row(String list) {
        return HandOver.ok(walk.window.get("transfer-lists/" + list)).getJsonObject("row");
    }

    private List<JsonObject> packages(String list) {
        return HandOver.array(walk.window.get("transfer-lists/" + list + "/packages"));
    }

    private List<String> numbers(String list) {
        return packages(list).stream()
                .map(pack -> pack.getString("packageNumber"))
                .toList();
    }

    private long acts(String list, String act) {
        return HandOver.ok(walk.window.get("transfer-lists/" + list)).getJsonArray("history").stream()
                .filter(one -> act.equals(one.asJsonObject().getString("act")))
                .count();
    }

    /** What the operation log says was done to a thing, by operation. */
    private Map<String, Integer> done(String object) {
        Map<String, Integer> counts = new TreeMap<>();
        Rest auditor = Rest.as(product, "audit");
        List<JsonObject> page;
        int offset = 0;
        do {
            page = HandOver.rows(
                    HandOver.ok(auditor.get("operations?limit=200&object=" + object + "&offset=" + offset)));
            page.stream()
                    .filter(entry -> "done".equals(entry.getString("result")))
                    .forEach(entry -> counts.merge(entry.getString("operation"), 1, Integer::sum));
            offset += page.size();
        } while (page.size() == 200);
        return counts;
    }

    /** The holdings take over by themselves what both have signed. */
    private static String storedCountsAsSigned(String state) {
        return "STORED".equals(state) ? "SIGNED" : state;
    }
}
