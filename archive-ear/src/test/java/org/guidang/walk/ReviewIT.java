// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.guidang.shared.WorkingCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What a reviewer does with the packages of a list, through the interface. */
@OnProduct
@Tag("once")
class ReviewIT {

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);

    @Test
    @DisplayName("多条退回原因、补正期限与附件：窗口看得到、可下载，第三方看不到")
    void a_package_goes_back_with_reasons_a_day_and_a_file() {
        String pack = walk.registeredPackage(walk.arrangedCase());
        String list = walk.submittedList(null, pack);
        walk.received(list);
        String attachments = "transfer-lists/" + list + "/attachments";
        byte[] picture = png();

        HttpResponse<String> kept = attach(walk.agency, list, "缺页 截图.png", picture);
        assertEquals(201, kept.statusCode(), kept.body());
        JsonObject row = Rest.json(kept);
        String id = row.getString("id");
        assertEquals(picture.length, row.getInt("octets"));
        assertEquals(0, HandOver.array(walk.window.get(attachments)).size(), "no package goes back with it yet");
        assertEquals(404, walk.window.get(attachments + "/" + id).statusCode());

        HttpResponse<String> program = attach(walk.agency, list, "说明.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3});
        assertEquals(422, program.statusCode(), program.body());
        assertEquals("transfer.attachment.refused", Rest.json(program).getString("code"));
        assertFalse(Rest.json(program).getJsonArray("findings").isEmpty());
        assertEquals(403, attach(walk.window, list, "a.png", picture).statusCode());
        assertEquals(
                404,
                attach(Rest.as(product, "client-wj"), list, "a.png", picture).statusCode());

        LocalDate today = LocalDate.now(WorkingCalendar.ZONE);
        LocalDate by = WorkingCalendar.standard().after(today, 7);
        HttpResponse<String> tooEarly = sendBack(list, pack, today, id);
        assertEquals(422, tooEarly.statusCode(), tooEarly.body());
        assertEquals("transfer.return.day-outside", Rest.json(tooEarly).getString("code"));
        HttpResponse<String> foreign = sendBack(list, pack, by, "nobody-knows");
        assertEquals(404, foreign.statusCode(), foreign.body());
        assertEquals(200, sendBack(list, pack, by, id).statusCode());
        walk.act(walk.agency, list, "conclusion", "{}");

        JsonObject returned = HandOver.array(walk.window.get("transfer-lists/" + list + "/packages"))
                .get(0);
        assertEquals("RETURNED", returned.getString("decision"));
        assertEquals(by.toString(), returned.getString("demandedBy"));
        List<JsonObject> reasons = returned.getJsonArray("reasons").getValuesAs(JsonObject.class);
        assertEquals(2, reasons.size());
        assertEquals("YJ-2-4", reasons.get(0).getString("finding"));
        assertEquals("办结时间", reasons.get(0).getString("place"));
        assertEquals("非空", reasons.get(0).getString("expected"));
        assertEquals("（空）", reasons.get(0).getString("found"));
        assertEquals("登记表缺第二页", reasons.get(1).getString("text"));

        List<JsonObject> seen = HandOver.array(walk.window.get(attachments));
        assertEquals(1, seen.size());
        assertEquals("缺页 截图.png", seen.get(0).getString("name"));
        assertArrayEquals(picture, octets(walk.window, attachments + "/" + id));
        assertArrayEquals(picture, octets(walk.agency, attachments + "/" + id));
        for (String nobody : List.of("client-wb", "client-wj")) {
            Rest third = Rest.as(product, nobody);
            assertEquals(404, third.get(attachments).statusCode(), nobody);
            assertEquals(404, third.get(attachments + "/" + id).statusCode(), nobody);
        }
        assertEquals(409, attach(walk.agency, list, "a.png", picture).statusCode(), "the review is over");
        JsonObject reply = HandOver.ok(walk.window.get("transfer-lists/" + list + "/reply.json"));
        assertEquals(
                by.toString(),
                reply.getJsonArray("returnedPackages").getJsonObject(0).getString("correctBy"));

        try (Browser browser = new Browser(product)) {
            browser.signIn("wang").go("transfer/returned.xhtml");
            browser.read(pack).read("登记表缺第二页").read("缺页 截图.png").picture("57-returned-with-reasons");
        }
    }

    @Test
    @DisplayName("抽样：双方可见，抽中的未打开不能结束核对")
    void what_was_drawn_is_opened_before_the_review_ends() {
        String pack = walk.registeredPackage(walk.arrangedCase());
        String list = walk.submittedList(null, pack);
        walk.received(list);
        String sample = "transfer-lists/" + list + "/sample";
        assertEquals(204, walk.agency.get(sample).statusCode());
        JsonObject drawn = walk.act(walk.agency, list, "sample", "{\"percent\":20,\"seed\":\"2026-47\"}");
        assertEquals(1, drawn.getJsonArray("packages").size());
        assertEquals(pack, drawn.getJsonArray("packages").getJsonObject(0).getString("packageNumber"));
        assertEquals("2026-47", HandOver.ok(walk.window.get(sample)).getString("seed"));
        assertEquals(404, Rest.as(product, "client-wj").get(sample).statusCode());
        walk.act(walk.agency, list, "acceptance", "{}");
        HttpResponse<String> unopened = act(list, "conclusion", "{}");
        assertEquals(409, unopened.statusCode(), unopened.body());
        assertEquals("transfer.review.sample-unopened", Rest.json(unopened).getString("code"));

        try (Browser browser = new Browser(product)) {
            browser.signIn("zhang").go("transfer/review.xhtml?number=" + list);
            browser.read("2026-47").picture("46-sample");
        }
        walk.act(walk.agency, list, "conclusion", "{}");
        JsonObject row = HandOver.array(walk.agency.get("transfer-lists/" + list + "/packages"))
                .get(0);
        assertEquals(true, row.getBoolean("sampled"));
        assertFalse(row.isNull("openedBy"));
    }

    @Test
    @DisplayName("存疑请同事看、批量处理、双方留言：各看各的，数目相符")
    void reviewers_ask_each_other_decide_many_at_once_and_both_sides_speak() {
        String pack = walk.registeredPackage(walk.arrangedCase());
        String other = walk.registeredPackage(walk.arrangedCase());
        String list = walk.submittedList(null, pack, other);
        walk.received(list);
        String doubts = "transfer-lists/" + list + "/doubts";
        String messages = "transfer-lists/" + list + "/messages";

        HttpResponse<String> raised = walk.agency.post(
                doubts, "{\"packageNumber\":\"" + pack + "\",\"question\":\"第二页印章是否清晰\",\"colleague\":\"zhang\"}");
        assertEquals(201, raised.statusCode(), raised.body());
        assertEquals(403, walk.window.get(doubts).statusCode());
        assertEquals(404, Rest.as(product, "client-wj").get(doubts).statusCode());
        HttpResponse<String> foreign = walk.agency.post(
                doubts, "{\"packageNumber\":\"" + other + "\",\"question\":\"第二页印章是否清晰\",\"colleague\":\"chen\"}");
        assertEquals("transfer.doubt.colleague", Rest.json(foreign).getString("code"));

        JsonObject foreseen = Rest.json(walk.agency.post(
                "transfer-lists/" + list + "/bulk-decisions/preview",
                "{\"packages\":[\"" + pack + "\",\"" + other + "\",\"nobody-knows\"],\"decision\":\"ACCEPTED\"}"));
        assertEquals(List.of(3, 1, 1, 1), numbers(foreseen), foreseen.toString());
        JsonObject all = walk.act(
                walk.agency, list, "bulk-decisions", "{\"filter\":{\"outcome\":\"PASSED\"},\"decision\":\"ACCEPTED\"}");
        assertEquals(List.of(2, 1, 0, 1), numbers(all), all.toString());
        walk.act(walk.agency, list, "acceptance", "{\"packages\":[\"" + pack + "\"]}");
        HttpResponse<String> awaited = act(list, "conclusion", "{}");
        assertEquals(409, awaited.statusCode(), awaited.body());
        assertEquals("transfer.review.doubtful", Rest.json(awaited).getString("code"));

        assertEquals(201, walk.window.post(messages, "{\"text\":\"请问何时办结\"}").statusCode());
        assertEquals(
                201,
                walk.agency
                        .post(messages, "{\"text\":\"第二页请看清\",\"packageNumber\":\"" + pack + "\"}")
                        .statusCode());
        assertEquals(2, HandOver.array(walk.window.get(messages)).size());
        assertEquals(404, Rest.as(product, "client-wb").get(messages).statusCode());
        assertEquals(
                1,
                HandOver.array(walk.window.get("packages/" + pack + "/rounds/messages"))
                        .size());

        try (Browser browser = new Browser(product)) {
            browser.signIn("zhang").go("transfer/asked.xhtml");
            browser.read(pack).read("第二页印章是否清晰").picture("58-asked");
            browser.go("transfer/review.xhtml?number=" + list + "&pack=" + other)
                    .read("请问何时办结");
            browser.see(By.tagName("body")).sendKeys("d");
            browser.see(By.id("doubt:question")).sendKeys(Keys.ESCAPE);
            browser.go("transfer/review.xhtml?number=" + list + "&pack=" + pack).picture("59-doubt");
            browser.see(By.id("opinion:each:0:text")).sendKeys("印章清晰，可以接收");
            browser.see(By.id("opinion:each:0:answer")).click();
            browser.read("已答复 " + pack);
            browser.go("transfer/bulk.xhtml?number=" + list);
            browser.see(By.id("bulk:numbers")).sendKeys(pack + " " + other + " nobody-knows");
            browser.see(By.id("bulk:foresee")).click();
            browser.read("将会怎样").read("nobody-knows").picture("60-bulk");
        }
        walk.act(walk.agency, list, "conclusion", "{}");
        try (Browser browser = new Browser(product)) {
            browser.signIn("li").go("transfer/list.xhtml?number=" + list).read("第二页请看清");
            browser.see(By.id("thread:text")).sendKeys("收到，谢谢");
            browser.see(By.id("thread:say")).click();
            browser.until(() -> HandOver.array(walk.agency.get(messages)).size() == 3);
            browser.picture("61-thread");
        }
    }

    /** Chosen, done, failed, skipped. */
    private static List<Integer> numbers(JsonObject bulk) {
        return List.of(bulk.getInt("chosen"), bulk.getInt("done"), bulk.getInt("failed"), bulk.getInt("skipped"));
    }

    private HttpResponse<String> act(String list, String act, String json) {
        String tag = walk.agency
                .get("transfer-lists/" + list)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return walk.agency.send(walk.agency
                .request("transfer-lists/" + list + "/" + act)
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> sendBack(String list, String pack, LocalDate by, String attachment) {
        JsonObject request = Json.createObjectBuilder()
                .add("packages", Json.createArrayBuilder().add(pack))
                .add(
                        "reasons",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("code", "METADATA")
                                        .add("text", "办结时间为空，请补录")
                                        .add("finding", "YJ-2-4")
                                        .add("file", "基本信息.xml")
                                        .add("place", "办结时间")
                                        .add("expected", "非空")
                                        .add("found", "（空）"))
                                .add(Json.createObjectBuilder()
                                        .add("code", "MATERIAL_MISSING")
                                        .add("text", "登记表缺第二页")))
                .add("correctBy", by.toString())
                .add("attachments", Json.createArrayBuilder().add(attachment))
                .build();
        return act(list, "return", request.toString());
    }

    private static HttpResponse<String> attach(Rest side, String list, String name, byte[] octets) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return side.send(side.request("transfer-lists/" + list + "/attachments?name=" + encoded)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(octets)));
    }

    private static byte[] octets(Rest side, String path) {
        HttpResponse<byte[]> answer = side.send(side.request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
