// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Webhooks from the real product to a receiver that listens on this machine. */
@OnProduct
class WebhookIT {

    private record Heard(String id, String timestamp, String signature, String body) {}

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);
    private final Rest admin = Rest.as(product, "admin");

    @Test
    @DisplayName("失败后重试，编号不变，签名可独立核验；可重发")
    void a_submission_reaches_the_receiver_after_a_refusal_and_again_by_replay() throws Exception {
        List<Heard> heard = new CopyOnWriteArrayList<>();
        AtomicInteger refusals = new AtomicInteger(1);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        receiver.createContext("/hook", exchange -> {
            heard.add(new Heard(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 204, -1);
            exchange.close();
        });
        receiver.start();
        try (Browser browser = new Browser(product)) {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            JsonObject made = made("MZ", url, "transfer-list.submitted");
            String path = "webhooks/" + made.getString("id");
            assertFalse(admin.get(path).body().contains(made.getString("secret")));
            String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
            await(() -> heard.size() >= 2);
            await(() -> "DELIVERED".equals(first(path).getString("state")));
            assertEquals(heard.get(0).id(), heard.get(1).id());
            assertEquals(heard.get(0).body(), heard.get(1).body());
            for (Heard one : heard) {
                assertEquals("v1," + hmac(made.getString("secret"), one), one.signature());
            }
            assertTrue(
                    heard.get(0).body().contains("\"number\":\"" + list + "\""),
                    heard.get(0).body());
            List<Integer> statuses = first(path).getJsonArray("attempts").getValuesAs(JsonObject.class).stream()
                    .map(attempt -> attempt.getInt("status"))
                    .toList();
            assertEquals(List.of(503, 204), statuses);

            String delivery = first(path).getString("id");
            assertEquals(
                    200,
                    admin.post(path + "/deliveries/" + delivery + "/replay", "").statusCode());
            await(() -> heard.size() >= 3);
            assertEquals(delivery, heard.get(2).id());

            browser.signIn("admin")
                    .go("notice/webhooks.xhtml?id=" + made.getString("id"))
                    .read("已送达");
            browser.picture("notice-webhooks");
            browser.go("notice/deadlines.xhtml").read("剩余几个工作日起黄灯");
            browser.picture("notice-deadlines");
            assertEquals(200, switchOff(path).statusCode());
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    @DisplayName("A-58/A-72：元数据地址、内网地址不会被访问；非 https 方案被拒")
    void an_address_inside_is_never_called() {
        String path = "webhooks/"
                + made("WJ", "http://169.254.169.254/latest", "transfer-list.reminded")
                        .getString("id");
        HttpResponse<String> file = admin.post("webhooks", request("WJ", "file:///etc/passwd", "key.expiring"));
        assertEquals(422, file.statusCode(), file.body());
        assertTrue(file.body().contains("notice.webhook.https"), file.body());
        HttpResponse<String> type = admin.post("webhooks", request("WJ", "https://a.example/", "made.up"));
        assertTrue(type.body().contains("notice.webhook.event-unknown"), type.body());
        assertEquals(403, walk.agency.get("webhooks").statusCode());
        assertEquals(200, switchOff(path).statusCode());
        assertEquals(0, HandOver.ok(admin.get(path + "/deliveries")).getInt("total"));
    }

    private JsonObject made(String organization, String url, String type) {
        HttpResponse<String> answer = admin.post("webhooks", request(organization, url, type));
        assertEquals(201, answer.statusCode(), answer.body());
        return Rest.json(answer);
    }

    private static String request(String organization, String url, String type) {
        return "{\"organization\":\"" + organization + "\",\"url\":\"" + url + "\",\"types\":[\"" + type + "\"]}";
    }

    private HttpResponse<String> switchOff(String path) {
        return admin.send(admin.request(path + "/active").method("DELETE", HttpRequest.BodyPublishers.noBody()));
    }

    private JsonObject first(String path) {
        return HandOver.ok(admin.get(path + "/deliveries")).getJsonArray("rows").getJsonObject(0);
    }

    /** As the receiver computes it, with nothing of ours. */
    private static String hmac(String secret, Heard heard) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        byte[] text = (heard.id() + "." + heard.timestamp() + "." + heard.body()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(text));
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!reached.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "not reached in a minute");
            Thread.sleep(200);
        }
    }
}
