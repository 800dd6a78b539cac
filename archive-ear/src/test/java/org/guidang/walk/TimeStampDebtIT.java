// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.guidang.seal.core.DemonstrationKeys;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampIssuer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A time-stamp authority over HTTP that is not there, and then is; and the evidence it makes possible. */
@Tag("once")
class TimeStampDebtIT {

    private static final int PATIENCE_SECONDS = 150;

    @Test
    @DisplayName("时间戳服务停用：待补、不能移交、超限停固化；恢复后补盖、移交、入库、生成证据记录")
    void what_is_owed_while_no_authority_answers_is_paid_when_it_is_back() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Product product = Product.fresh("it-time-stamps", null)
                .with(
                        "-Dguidang.tsa=http://127.0.0.1:" + port + "/tsa",
                        "-Dguidang.tsa.pause=PT1S",
                        "-Dguidang.tsa.limit=PT15S",
                        "-Dguidang.evidence.wait=PT0S");
        HttpServer authority = null;
        try (ServerProcess server = new ServerProcess(product)) {
            server.start();
            HandOver walk = new HandOver(product);
            String first = walk.arrangedCase();
            String second = walk.arrangedCase();

            JsonObject built = created(build(walk, first));
            String pack = built.getString("number");
            assertTrue(built.isNull("timeStampedAt"), built.toString());
            assertEquals(List.of(pack), pending(walk));
            walk.detectAndRegister(pack, 1);
            JsonObject refused = submission(walk, pack);
            assertEquals("transfer.sign-off.time-stamps-owed", refused.getString("code"));
            assertEquals(409, refused.getInt("status"));
            assertEquals(1, refused.getJsonArray("findings").size());

            HandOver.pause(16_000);
            HttpResponse<String> stopped = build(walk, second);
            assertEquals(503, stopped.statusCode(), stopped.body());
            assertEquals("seal.authority.too-long", Rest.json(stopped).getString("code"));
            assertEquals("60", stopped.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(
                    "application/problem+json",
                    stopped.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
            JsonObject told = HandOver.ok(Rest.as(product, "admin").get("upkeep/time-stamps"));
            assertEquals(1, told.getJsonObject("debt").getInt("packages"));

            authority = serve(port, product);
            until("待补时间戳 0", () -> pending(walk).isEmpty());
            HttpResponse<byte[]> token = walk.window.send(
                    walk.window
                            .request("packages/" + pack + "/versions/1/time-stamp")
                            .GET(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, token.statusCode());
            assertEquals(0x30, token.body()[0]);
            assertTrue(!created(build(walk, second)).isNull("timeStampedAt"));

            String list = walk.submittedList(null, pack);
            walk.received(list);
            walk.act(walk.agency, list, "acceptance", "{}");
            walk.act(walk.agency, list, "conclusion", "{}");
            HandOver.ok(walk.sign(walk.agency, list));
            HandOver.ok(walk.sign(walk.window, list));
            walk.stored(list);
            evidence(walk, pack);
        } finally {
            if (authority != null) {
                authority.stop(0);
            }
        }
    }

    private static void evidence(HandOver walk, String pack) {
        String code = walk.holdings(pack).get(0).getString("archivalCode");
        String path = "holdings/" + java.net.URLEncoder.encode(code, java.nio.charset.StandardCharsets.UTF_8);
        until("证据记录", () -> HandOver.array(walk.agency.get(path + "/evidence")).size() == 2);
        for (String branch : List.of("SM3", "SHA-256")) {
            HttpResponse<byte[]> record = walk.agency.send(
                    walk.agency.request(path + "/evidence/" + branch).GET(), HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, record.statusCode());
            assertEquals(0x30, record.body()[0]);
        }

        HttpResponse<String> renewed =
                walk.agency.post("holdings/evidence-renewals", "{\"notSince\":\"" + Instant.now() + "\"}");
        assertEquals(2, HandOver.ok(renewed).getInt("records"));
        List<JsonObject> checked = HandOver.array(walk.agency.send(
                walk.agency.request(path + "/evidence-check").POST(HttpRequest.BodyPublishers.noBody())));
        assertEquals(
                List.of("PASSED 2", "PASSED 2"),
                checked.stream()
                        .map(row -> row.getString("checkOutcome") + " " + row.getInt("timeStamps"))
                        .toList());
    }

    private static HttpResponse<String> build(HandOver walk, String application) {
        return walk.window.post("packages", "{\"applicationNumber\":\"" + application + "\"}");
    }

    private static JsonObject created(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer.body());
        return Rest.json(answer);
    }

    private static List<String> pending(HandOver walk) {
        return HandOver.rows(HandOver.ok(walk.window.get("packages?timeStampPending=true"))).stream()
                .map(row -> row.getString("number"))
                .toList();
    }

    /** Drafts a list, tries to submit it, drops it; the refusal. */
    private static JsonObject submission(HandOver walk, String pack) {
        JsonObject drafted =
                created(walk.window.post("transfer-lists", "{\"agency\":\"MZ\",\"packages\":[\"" + pack + "\"]}"));
        String list = drafted.getJsonObject("row").getString("number");
        String tag = walk.window
                .get("transfer-lists/" + list)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        JsonObject refused = Rest.json(walk.window.send(walk.window
                .request("transfer-lists/" + list + "/submission")
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))));
        walk.act(walk.window, list, "withdrawal", "{}");
        return refused;
    }

    private static HttpServer serve(int port, Product product) throws IOException {
        TimeStampIssuer issuer = new TimeStampIssuer(
                new DemonstrationKeys(
                                product.data().resolve("keys").resolve("demonstration"),
                                Suite.SM2_SM3,
                                Clock.systemUTC())
                        .timeStamper(Suite.SM2_SM3),
                Clock.systemUTC(),
                TimeStampIssuer.POLICY);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/tsa", exchange -> {
            try (exchange) {
                byte[] answer = issuer.answer(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (GeneralSecurityException failed) {
                throw new IOException(failed);
            }
        });
        server.start();
        return server;
    }

    private static void until(String what, BooleanSupplier holds) {
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            if (holds.getAsBoolean()) {
                return;
            }
            HandOver.pause(1000);
        }
        fail(what + " not reached in " + PATIENCE_SECONDS + " s");
    }
}
