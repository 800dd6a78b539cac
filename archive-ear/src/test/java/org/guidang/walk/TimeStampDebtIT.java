// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time-stamp authorities go down one after the other, the debt grows, stops the work, and is paid; keys run out. */
class TimeStampDebtIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path outside;

    private HandOver walk;
    private Rest admin;

    @Test
    @DisplayName("时间戳服务中断：备用接替；待补计数可见；清单不能提交；超限暂停固化（503）；恢复后自动补齐。密钥到期 90/30/7 天提醒")
    void the_debt_of_time_stamps_is_seen_stops_the_work_and_is_paid() throws Exception {
        boolean postgresql = "postgresql".equals(System.getProperty("it.database", "h2"));
        try (EmbeddedPostgres database = postgresql ? Product.newPostgres() : null;
                Stampers stampers = new Stampers(outside)) {
            stampers.keyOf("WZ", 400);
            stampers.keyOf("MZ", 400);
            stampers.keyOf("YW", 400);
            stampers.keyOf("WB", 85);
            stampers.keyOf("WJ", 25);
            stampers.keyOf("SJ", 5);
            Product product = Product.fresh(
                            "it-time-stamp-debt-" + (postgresql ? "postgresql" : "h2"),
                            postgresql ? Product.address(database) : null)
                    .with(stampers.settings(LIMIT));
            try (ServerProcess server = new ServerProcess(product)) {
                server.start();
                walk = new HandOver(product);
                admin = Rest.as(product, "admin");
                String refused = walk.arrangedCase();

                stampers.first().off();
                assertTrue(stamped(built(walk.arrangedCase())), "the second authority takes over");
                assertEquals(0, debt());

                stampers.second().off();
                Instant fixed = Instant.now();
                String pending = registered(built(walk.arrangedCase()));
                assertTrue(!stamped(pending), "nobody stamps, and the product makes no stamp of its own");
                assertEquals(1, debt());
                assertEquals(
                        1,
                        HandOver.ok(walk.window.get("packages?timeStampPending=true"))
                                .getInt("total"));
                String list = drafted(pending);
                HttpResponse<String> notYet = submitted(list);
                assertEquals(409, notYet.statusCode(), notYet.body());
                assertTrue(notYet.body().contains("transfer.sign-off.time-stamps-owed"), notYet.body());

                while (Instant.now().isBefore(fixed.plus(LIMIT).plusSeconds(2))) {
                    HandOver.pause(200);
                }
                HttpResponse<String> stopped = build(refused);
                assertEquals(503, stopped.statusCode(), stopped.body());
                assertEquals("60", stopped.headers().firstValue("Retry-After").orElse(""));
                assertTrue(
                        stopped.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                        stopped.headers().toString());
                assertEquals("seal.authority.too-long", Rest.json(stopped).getString("code"));
                onThePage(product, refused);

                stampers.second().on();
                await(() -> debt() == 0);
                assertTrue(stamped(pending));
                assertEquals(200, submitted(list).statusCode());
                assertTrue(stamped(built(refused)));
                keysAreWarnedOf();
            }
        }
    }

    private void onThePage(Product product, String application) {
        try (Browser browser = new Browser(product)) {
            browser.signIn("wang").go("intake/case.xhtml?number=" + application);
            browser.click(org.openqa.selenium.By.id("acts:build")).read("暂停固化新的信息包");
            browser.picture("time-stamp-debt-stopped");
            browser.go("packaging/packages.xhtml").read("待补时间戳");
            browser.picture("time-stamp-debt-queue");
        }
    }

    /** Each step once, as a row the administrator's monitoring reads and as a notice in the inbox. */
    private void keysAreWarnedOf() {
        List<String> rows = HandOver.array(admin.get("upkeep/expiring-keys")).stream()
                .map(key -> key.getString("owner") + " " + key.getInt("warning"))
                .toList();
        assertEquals(List.of("SJ 7", "WJ 30", "WB 90"), rows);
        await(() -> HandOver.ok(admin.get("notices?type=key.expiring")).getInt("total") == 3);
    }

    private HttpResponse<String> build(String application) {
        return walk.window.post("packages", "{\"applicationNumber\":\"" + application + "\"}");
    }

    private String built(String application) {
        HttpResponse<String> built = build(application);
        assertEquals(201, built.statusCode(), built.body());
        return Rest.json(built).getString("number");
    }

    /** There is no scanner here, so the clerk says where the package was scanned. */
    private String registered(String number) {
        HttpResponse<String> answer =
                walk.window.post("packages/" + number + "/versions/1/detections", "{\"phase\":\"ARCHIVING\"}");
        assertEquals(201, answer.statusCode(), answer.body());
        JsonObject report = Rest.json(answer);
        HttpResponse<String> decided = walk.window.post(
                "detections/" + report.getString("id") + "/items/GD-4-2/decision",
                "{\"verdict\":\"PASSED\",\"note\":\"已在另一台机器上查毒，没有发现病毒\"}");
        assertEquals(200, decided.statusCode(), decided.body());
        assertTrue(Rest.json(decided).getBoolean("passed"), "what is owed is told and stops no registration");
        HttpResponse<String> entered = walk.window.post("register-entries", "{\"packageNumber\":\"" + number + "\"}");
        assertEquals(201, entered.statusCode(), entered.body());
        return number;
    }

    private boolean stamped(String number) {
        return !HandOver.ok(walk.window.get("packages/" + number)).isNull("timeStampedAt");
    }

    private int debt() {
        return HandOver.ok(admin.get("upkeep/time-stamps"))
                .getJsonObject("debt")
                .getInt("packages");
    }

    private String drafted(String number) {
        JsonObject request = Json.createObjectBuilder()
                .add("agency", "MZ")
                .add("packages", Json.createArrayBuilder().add(number))
                .build();
        HttpResponse<String> drafted = walk.window.post("transfer-lists", request.toString());
        assertEquals(201, drafted.statusCode(), drafted.body());
        return Rest.json(drafted).getJsonObject("row").getString("number");
    }

    private HttpResponse<String> submitted(String list) {
        String path = "transfer-lists/" + list;
        return walk.window.send(walk.window
                .request(path + "/submission")
                .header(
                        "If-Match",
                        walk.window.get(path).headers().firstValue("ETag").orElseThrow())
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
    }

    /** The timer pays every minute. */
    private static void await(BooleanSupplier reached) {
        Instant end = Instant.now().plus(Duration.ofMinutes(4));
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("not reached in four minutes");
            }
            HandOver.pause(250);
        }
    }
}
