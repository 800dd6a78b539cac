// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Mail from the real product to an SMTP server of another make. */
@OnProduct
class MailIT {

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);
    private final Rest zhang = Rest.as(product, "zhang");

    @Test
    @DisplayName("邮箱经邮件确认码确认后，新消息发邮件；邮件服务器恢复后补发；删除后不再发")
    void an_address_is_proven_by_a_mailed_code_and_then_gets_every_notice() throws Exception {
        GreenMail receiver = new GreenMail(new ServerSetup(product.mail(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        receiver.start();
        try (Browser browser = new Browser(product)) {
            assertEquals(JsonValue.NULL, HandOver.ok(zhang.get("mail-address")).get("address"));
            HttpResponse<String> bad = put("a@b.example, c@d.example");
            assertEquals(422, bad.statusCode(), bad.body());
            assertTrue(bad.body().contains("notice.mail.address"), bad.body());

            JsonObject asked = HandOver.ok(put("zhang@agency.example"));
            assertEquals(JsonValue.NULL, asked.get("confirmedAt"));
            assertTrue(asked.getJsonArray("missing").isEmpty());
            assertEquals(409, put("zhang@agency.example").statusCode());
            await(() -> receiver.getReceivedMessages().length == 1);
            Matcher code = Pattern.compile("\\b\\d{8}\\b").matcher(text(receiver, 0));
            assertTrue(code.find());
            browser.signIn("zhang").go("notice/mail.xhtml").read("待确认，暂不发邮件");
            browser.picture("notice-mail");
            String wrong = code.group().equals("00000000") ? "00000001" : "00000000";
            HttpResponse<String> refused = confirm(wrong);
            assertEquals(422, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("notice.mail.code"), refused.body());
            assertFalse(HandOver.ok(confirm(code.group())).isNull("confirmedAt"));
            assertEquals(422, confirm(code.group()).statusCode());

            receiver.stop();
            String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
            Thread.sleep(6_000);
            receiver.start();
            await(() -> receiver.getReceivedMessages().length == 1);
            String text = text(receiver, 0);
            assertTrue(text.contains("移交清单 " + list + " 已提交，共 1 件"), text);
            assertTrue(text.contains("https://archive.example/transfer/list.xhtml?number=" + list), text);
            assertFalse(text.contains("张伟") || text.contains("zhang"), text);
            assertEquals("zhang@agency.example", receiver.getReceivedMessages()[0].getAllRecipients()[0].toString());

            assertEquals(
                    JsonValue.NULL,
                    HandOver.ok(zhang.send(zhang.request("mail-address")
                                    .method("DELETE", HttpRequest.BodyPublishers.noBody())))
                            .get("address"));
            walk.act(walk.window, list, "reminder", "{}");
            Thread.sleep(6_000);
            assertEquals(1, receiver.getReceivedMessages().length);
        } finally {
            receiver.stop();
        }
    }

    private static String text(GreenMail receiver, int index) throws Exception {
        return String.valueOf(receiver.getReceivedMessages()[index].getContent());
    }

    private HttpResponse<String> put(String address) {
        return zhang.send(zhang.request("mail-address")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"address\":\"" + address + "\"}")));
    }

    private HttpResponse<String> confirm(String code) {
        return zhang.post("mail-address/confirmation", "{\"code\":\"" + code + "\"}");
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!reached.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "not reached in a minute");
            Thread.sleep(200);
        }
    }
}
