// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Both parties sign with certificates of their own, one in the browser and one by REST; openssl makes both signatures. */
@OnProduct
class CertificateSignIT {

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);
    private final Rest li = Rest.as(product, "li");
    private final Rest zhang = Rest.as(product, "zhang");
    private final Rest admin = Rest.as(product, "admin");

    @Test
    @DisplayName("双方各用本人证书签字：管理员登记，浏览器上传，接口提交；别人的、未登记的、旧版的一次说清并拒绝")
    void both_sign_with_certificates_of_their_own() throws Exception {
        OwnCertificate ofLi = new OwnCertificate(product, "李静");
        OwnCertificate ofZhang = new OwnCertificate(product, "张伟");
        String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        byte[] submitted = text(list, 1);
        walk.received(list);
        walk.act(walk.agency, list, "acceptance", "{}");
        walk.act(walk.agency, list, "conclusion", "{}");
        byte[] text = text(list, 2);

        refused(sign(zhang, list, ofZhang.sign(text)), "outside.not-theirs");
        register("zhang", ofZhang);
        assertEquals(403, register(li, "zhang", ofZhang).statusCode());
        assertEquals(422, register(admin, "li", ofZhang).statusCode());
        refused(sign(zhang, list, ofZhang.sign(submitted)), "cms.digest-mismatch");
        refused(sign(zhang, list, ofZhang.file()), "outside.unreadable", "outside.signers", "cms.");
        try (Browser browser = new Browser(product)) {
            browser.signIn("admin").go("seal/certificates.xhtml");
            browser.see(By.id("register:account")).sendKeys("li");
            browser.driver()
                    .findElement(By.id("register:file"))
                    .sendKeys(ofLi.file().toString());
            browser.see(By.id("register:go")).click();
            browser.read("已为账号 li 登记证书").picture("57-certificates");
            browser.signIn("li").go("transfer/sign.xhtml?number=" + list).read("用本人证书签字");
            browser.see(By.id("own:checked")).click();
            browser.driver()
                    .findElement(By.id("own:file"))
                    .sendKeys(ofZhang.sign(text).toString());
            browser.see(By.id("own:go")).click();
            browser.read("没有登记在本人名下");
            browser.go("transfer/sign.xhtml?number=" + list).read("用本人证书签字");
            browser.see(By.id("own:checked")).click();
            browser.driver()
                    .findElement(By.id("own:file"))
                    .sendKeys(ofLi.sign(text).toString());
            browser.picture("58-sign-own");
            browser.see(By.id("own:go")).click();
            browser.read("一方已签字");
        }
        HttpResponse<String> both = sign(zhang, list, ofZhang.sign(text));
        assertEquals(200, both.statusCode(), both.body());
        walk.stored(list);
        JsonObject receipt = HandOver.ok(zhang.get("transfer-lists/" + list + "/receipt.json"));
        assertEquals(2, receipt.getJsonArray("signatures").size(), receipt.toString());
        assertArrayEquals(text, text(list, 2));

        String fingerprint =
                HandOver.array(admin.get("people/zhang/certificates")).get(0).getString("sha256");
        String path = "people/zhang/certificates/" + fingerprint;
        assertEquals(204, admin.send(admin.request(path).DELETE()).statusCode());
        assertEquals(404, admin.send(admin.request(path).DELETE()).statusCode());
    }

    private byte[] text(String list, int version) {
        HttpResponse<byte[]> answer = zhang.send(
                zhang.request("transfer-lists/" + list + "/list.txt?version=" + version)
                        .GET(),
                BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private HttpResponse<String> sign(Rest who, String list, Path signature) throws IOException {
        JsonObject current = HandOver.ok(who.get("transfer-lists/" + list)).getJsonObject("current");
        return who.send(who.request("transfer-lists/" + list + "/certificate-signatures?version="
                        + current.getInt("version") + "&sm3=" + current.getString("sm3"))
                .header("Content-Type", "application/pkcs7-signature")
                .POST(BodyPublishers.ofFile(signature)));
    }

    private void register(String account, OwnCertificate certificate) throws IOException {
        HttpResponse<String> registered = register(admin, account, certificate);
        assertEquals(200, registered.statusCode(), registered.body());
    }

    private static HttpResponse<String> register(Rest who, String account, OwnCertificate certificate)
            throws IOException {
        return who.send(who.request("people/" + account + "/certificates")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString(Files.readString(certificate.file()), StandardCharsets.UTF_8)));
    }

    /** A problem that names one of these, and the list as it was. */
    private static void refused(HttpResponse<String> answer, String... codes) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertTrue(new HashSet<>(Set.of(codes)).stream().anyMatch(answer.body()::contains), answer.body());
    }
}
