// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Signing with password and one-time code on the real product; the codes are reckoned here, with nothing of ours. */
@OnProduct
class SecondFactorIT {

    private static final String PASSWORD = "Guidang-2026";

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);
    private final Rest li = Rest.as(product, "li");
    private final Rest admin = Rest.as(product, "admin");

    @Test
    @DisplayName("页面启用动态码；缺、错、用过的动态码不能签字；管理员解除；全程留痕")
    void who_enrolled_signs_with_password_and_a_fresh_code_only() throws Exception {
        String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        walk.received(list);
        walk.act(walk.agency, list, "acceptance", "{}");
        walk.act(walk.agency, list, "conclusion", "{}");
        try (Browser browser = new Browser(product)) {
            browser.signIn("li").go("organization/second-factor.xhtml").read("未启用");
            browser.see(By.id("begin:password")).sendKeys(PASSWORD);
            browser.see(By.id("begin:go")).click();
            String secret = browser.see(By.id("secret")).getText();
            browser.picture("second-factor-begun");
            long used = awaitFreshStep();
            browser.see(By.id("confirm:code")).sendKeys(code(secret, used));
            browser.see(By.id("confirm:go")).click();
            browser.read("已启用，签字时须输入动态码");
            browser.picture("second-factor-on");

            refused("organization.second-factor.code-missing", sign(list, PASSWORD, null));
            refused("organization.reauthentication.failed", sign(list, PASSWORD, code(secret, used)));
            refused("organization.reauthentication.failed", sign(list, "wrong", code(secret, used + 1)));
            browser.go("transfer/sign.xhtml?number=" + list).see(By.id("form:code"));
            browser.picture("second-factor-sign");
            while (step() <= used) {
                Thread.sleep(500);
            }
            HttpResponse<String> signed = sign(list, PASSWORD, code(secret, step()));
            assertEquals(200, signed.statusCode(), signed.body());
            assertTrue(signed.body().contains("SIGNED_BY_ONE"), signed.body());
        } finally {
            assertEquals(403, reset(li, "li").statusCode());
            assertEquals(204, reset(admin, "li").statusCode());
            assertEquals(409, reset(admin, "li").statusCode());
        }
        assertEquals(false, HandOver.ok(li.get("second-factor")).getBoolean("inForce"));
    }

    private HttpResponse<String> sign(String list, String password, String code) {
        JsonObject current = HandOver.ok(li.get("transfer-lists/" + list)).getJsonObject("current");
        var request = Json.createObjectBuilder()
                .add("version", current.getInt("version"))
                .add("sm3", current.getString("sm3"))
                .add("password", password);
        if (code != null) {
            request.add("code", code);
        }
        return li.post("transfer-lists/" + list + "/signatures", request.build().toString());
    }

    private static void refused(String key, HttpResponse<String> answer) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(key), answer.body());
    }

    private static HttpResponse<String> reset(Rest who, String person) {
        return who.send(who.request("people/" + person + "/second-factor")
                .method("DELETE", HttpRequest.BodyPublishers.noBody()));
    }

    /** So early in a step that what follows is still within it. */
    private static long awaitFreshStep() throws InterruptedException {
        while (Instant.now().getEpochSecond() % 30 > 10) {
            Thread.sleep(500);
        }
        return step();
    }

    private static long step() {
        return Instant.now().getEpochSecond() / 30;
    }

    /** RFC 6238, by big numbers instead of shifts. */
    private static String code(String secret, long step) throws Exception {
        BigInteger number = BigInteger.ZERO;
        for (char letter : secret.toLowerCase(Locale.ROOT).toCharArray()) {
            int value = letter >= 'a' ? letter - 'a' : letter - '2' + 26;
            number = number.multiply(BigInteger.valueOf(32)).add(BigInteger.valueOf(value));
        }
        byte[] key = new byte[20];
        for (int index = 19; index >= 0; index--) {
            key[index] = number.byteValue();
            number = number.shiftRight(8);
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] value = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        BigInteger cut = new BigInteger(1, java.util.Arrays.copyOfRange(value, value[19] & 15, (value[19] & 15) + 4));
        return String.format(
                "%06d",
                cut.mod(BigInteger.ONE.shiftLeft(31))
                        .mod(BigInteger.valueOf(1_000_000))
                        .intValue());
    }
}
