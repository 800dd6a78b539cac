// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Page images and seals of a package through the interface, drawn by the process the server starts. */
@OnProduct
@Tag("once")
class PreviewIT {

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);

    @Test
    @DisplayName("页面图像与签章信息；没有页面的说明原因；外单位看不到")
    void pages_and_seals_are_seen_by_whom_the_package_is_seen_and_by_nobody_else() throws Exception {
        String pack = walk.registeredPackage(walk.arrangedCase());
        String files = "packages/" + pack + "/files";
        List<JsonObject> rows = HandOver.array(walk.window.get(files));
        int ofd = file(rows, ".ofd");

        HttpResponse<byte[]> page = walk.window.send(
                walk.window.request(files + "/" + ofd + "/pages/1").GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, page.statusCode(), () -> new String(page.body()));
        assertEquals("image/png", page.headers().firstValue("Content-Type").orElse(""));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.body()));
        assertEquals(900, image.getWidth());

        List<JsonObject> seals = HandOver.array(walk.window.get(files + "/" + ofd + "/seals"));
        assertEquals(1, seals.size());
        assertEquals("PASSED", seals.get(0).getString("outcome"), seals.toString());
        assertTrue(seals.get(0).getBoolean("withSeal"));
        assertFalse(seals.get(0).getString("signer").isEmpty());

        assertRefused(404, "detection.preview.no-such-page", walk.window.get(files + "/" + ofd + "/pages/99"));
        assertRefused(422, "detection.preview.format", walk.window.get(files + "/" + file(rows, ".xml") + "/pages/1"));
        assertEquals(404, walk.window.get(files + "/9999/pages/1").statusCode());
        assertEquals(404, walk.agency.get(files + "/" + ofd + "/pages/1").statusCode(), "not offered yet");
        assertEquals(404, walk.agency.get(files + "/" + ofd + "/seals").statusCode(), "not offered yet");
        assertEquals(
                401, Rest.anonymous(product).get(files + "/" + ofd + "/pages/1").statusCode());
    }

    @Test
    @DisplayName("核对页：左为文件与页面图像，右为检测与元数据；点印章看签章信息")
    void a_reviewer_sees_page_and_seal_beside_the_findings() {
        String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        walk.received(list);
        try (Browser browser = new Browser(product)) {
            browser.signIn("zhang").size(1366, 768).go("transfer/review.xhtml?number=" + list);
            browser.see(By.cssSelector("a[data-preview$='.ofd']")).click();
            browser.drawn(900).read("签章信息").read("印章有效").picture("43-review-with-page");
            assertEquals(
                    0,
                    browser.driver()
                            .findElements(By.cssSelector(".seal-stripe"))
                            .size());
            browser.size(1920, 1080).picture("43-review-with-page-wide");
            browser.see(By.cssSelector(".zoom a[href*='width=1400']")).click();
            browser.drawn(1400).picture("44-review-closer");
        }
    }

    @Test
    @DisplayName("签章后被修改的版式文件：印章显示为无效，附验证发现")
    void a_document_changed_after_it_was_sealed_shows_an_invalid_seal() throws Exception {
        JsonObject sample = walk.sampleCase();
        String number = HandOver.newNumber();
        List<HandOver.Upload> files = walk.filesFor(sample, number).stream()
                .map(file -> file.name().endsWith(".ofd") ? changed(file) : file)
                .toList();
        HttpResponse<String> received = walk.send(sample, number, files, "case-" + number);
        assertEquals(201, received.statusCode(), received.body());
        walk.arrange(number);
        HttpResponse<String> built = walk.window.post("packages", "{\"applicationNumber\":\"" + number + "\"}");
        assertEquals(201, built.statusCode(), built.body());
        String pack = Rest.json(built).getString("number");
        int ofd = file(HandOver.array(walk.window.get("packages/" + pack + "/files")), ".ofd");

        List<JsonObject> seals = HandOver.array(walk.window.get("packages/" + pack + "/files/" + ofd + "/seals"));
        assertEquals(1, seals.size());
        assertEquals("FAILED", seals.get(0).getString("outcome"), seals.toString());
        assertFalse(seals.get(0).getJsonArray("codes").isEmpty());

        try (Browser browser = new Browser(product)) {
            browser.signIn("wang").go("packaging/package.xhtml?number=" + pack + "&version=1");
            browser.see(By.cssSelector("a[data-preview$='.ofd']")).click();
            browser.drawn(900).read("印章无效：验证不通过").read("本文件的发现");
            assertEquals(
                    1,
                    browser.driver()
                            .findElements(By.cssSelector(".seal-stripe[role='alert']"))
                            .size());
            assertEquals(
                    1,
                    browser.driver()
                            .findElements(By.cssSelector("details.seal.FAILED[open]"))
                            .size());
            browser.picture("45-invalid-seal");
        }
    }

    /** A blank more in the first page: the octets the seal protects are others. */
    private static HandOver.Upload changed(HandOver.Upload file) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file.octets()));
                ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
                if (entry.getName().endsWith("/Content.xml")) {
                    out.write(' ');
                }
                out.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new HandOver.Upload(file.name(), file.material(), file.source(), file.issuing(), copy.toByteArray());
    }

    private static int file(List<JsonObject> rows, String ending) {
        return rows.stream()
                .filter(row ->
                        row.getString("path").toLowerCase(java.util.Locale.ROOT).endsWith(ending))
                .findFirst()
                .orElseThrow()
                .getInt("file");
    }

    private static void assertRefused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, Rest.json(answer).getString("code"));
    }
}
