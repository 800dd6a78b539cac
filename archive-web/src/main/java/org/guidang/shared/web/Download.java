// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers a request with octets instead of a page: reports, lists, packages. Streams; nothing is held. */
public final class Download {

    /** Writes the octets; may refuse before the first one, then the page or an error page answers. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private Download() {}

    /** To be read in the browser. */
    public static void show(String name, String type, Content content) {
        send("inline", name, type, content);
    }

    /** To be kept as a file. */
    public static void save(String name, String type, Content content) {
        send("attachment", name, type, content);
    }

    private static void send(String how, String name, String type, Content content) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        try {
            content.writeTo(new FirstOctet(() -> {
                external.responseReset();
                external.setResponseContentType(type);
                external.setResponseHeader("Content-Disposition", how + "; filename*=UTF-8''" + encoded(name));
                external.setResponseHeader("X-Content-Type-Options", "nosniff");
                external.setResponseHeader("Cache-Control", "private, no-store");
                return external.getResponseOutputStream();
            }));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Opens the answer only with its first octet, so that a refusal before it can still become a page. */
    private static final class FirstOctet extends OutputStream {

        private interface Opening {
            OutputStream open() throws IOException;
        }

        private final Opening opening;
        private OutputStream out;

        FirstOctet(Opening opening) {
            this.opening = opening;
        }

        @Override
        public void write(int octet) throws IOException {
            target().write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            target().write(octets, from, length);
        }

        @Override
        public void flush() throws IOException {
            if (out != null) {
                out.flush();
            }
        }

        private OutputStream target() throws IOException {
            if (out == null) {
                out = opening.open();
            }
            return out;
        }
    }
}
