// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.guidang.shared.Fixity;

/**
 * A file as METS refers to it.
 *
 * @param path from the folder of the METS document
 */
record MetsFile(String path, Fixity fixity) {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private static final Map<String, String> REGISTERED = Map.ofEntries(
            Map.entry("xml", "application/xml"),
            Map.entry("xsd", "application/xml"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("zip", "application/zip"),
            Map.entry("json", "application/json"),
            Map.entry("p7s", "application/pkcs7-signature"),
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("html", "text/html"),
            Map.entry("csv", "text/csv"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    /** As a relative URL (RFC 3986 2.3): every octet beyond the unreserved ones is encoded. */
    String href() {
        StringBuilder url = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                url.append((char) octet);
            } else {
                url.append('%').append("%02X".formatted(octet & 0xff));
            }
        }
        return url.toString();
    }

    /** Media type by the name; CSIP 2.1 wants one that IANA registers, which OFD and others have none of. */
    String mimeType() {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return REGISTERED.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
