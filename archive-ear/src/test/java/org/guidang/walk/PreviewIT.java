// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
