// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Octets given out as files: never rendered by the browser, named safely whatever they are called (RFC 6266). */
public final class Downloads {

    private Downloads() {}

    public static Response of(String mediaType, String name, StreamingOutput content) {
        return Response.ok(content, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; " + named(name))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Copies the stream and closes it. */
    public static Response of(String mediaType, String name, InputStream content) {
        return of(mediaType, name, (StreamingOutput) out -> {
            try (InputStream in = content) {
                in.transferTo(out);
            }
        });
    }

    /** The part of Content-Disposition that names the file. */
    static String named(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
