// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A multipart form as a client system sends it. */
final class Multipart {

    private final String boundary = "----" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart json(String name, String json) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: application/json",
                json.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, String fileName, byte[] octets) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream",
                octets);
    }

    /** Sets body and content type. */
    HttpRequest.Builder post(HttpRequest.Builder request) {
        write("--" + boundary + "--\r\n");
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Multipart part(String headers, byte[] octets) {
        write("--" + boundary + "\r\n" + headers + "\r\n\r\n");
        body.writeBytes(octets);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
