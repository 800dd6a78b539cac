// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.issuing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the first octets of a file show it to be, before anything is parsed; also of a file that cannot be parsed. */
record XmlHead(String text) {

    private static final int LENGTH = 4096;
    private static final Pattern RECORD =
            Pattern.compile("<(?:\\w+:)?(?:requestid|interfacecode)[\\s>]|电子出证记录", Pattern.CASE_INSENSITIVE);
    private static final Pattern CERTIFICATE = Pattern.compile("<elcllicence(?:name|dept|code|struct)[\\s>]");

    static XmlHead of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            // Names are ASCII in every encoding that is read; NUL is dropped for the wide ones.
            return new XmlHead(new String(in.readNBytes(LENGTH), StandardCharsets.UTF_8).replace("\u0000", ""));
        }
    }

    boolean showsIssuingRecord() {
        return RECORD.matcher(text).find();
    }

    boolean showsDataCertificate() {
        return CERTIFICATE.matcher(text).find();
    }
}
