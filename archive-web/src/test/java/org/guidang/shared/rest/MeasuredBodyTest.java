// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredBodyTest {

    @Test
    void the_same_form_under_another_boundary_is_the_same_request() throws IOException {
        String expected = digest(form("XXaaaa", "content"), "XXaaaa", 1000);
        for (int chunk : new int[] {1, 2, 3, 5, 7, 16, 1000}) {
            assertEquals(
                    expected, digest(form("a-much-longer-boundary-42", "content"), "a-much-longer-boundary-42", chunk));
        }
    }

    @Test
    void another_content_is_another_request() throws IOException {
        assertNotEquals(digest(form("b1", "content"), "b1", 100), digest(form("b1", "contend"), "b1", 100));
    }

    @Test
    void the_address_counts() throws IOException {
        assertNotEquals(
                new MeasuredBody(InputStream.nullInputStream(), null).digest("POST cases"),
                new MeasuredBody(InputStream.nullInputStream(), null).digest("POST packages"));
    }

    private static String form(String boundary, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n" + content + "\r\n--"
                + boundary + "--\r\n";
    }

    /** Read in chunks of a size, so that a boundary is cut in every way. */
    private static String digest(String form, String boundary, int chunk) throws IOException {
        MediaType type = new MediaType("multipart", "form-data", Map.of("boundary", boundary));
        MeasuredBody body = new MeasuredBody(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)), type);
        byte[] buffer = new byte[chunk];
        while (body.read(buffer) >= 0) {
            // only to have it pass
        }
        return body.digest("POST cases");
    }
}
