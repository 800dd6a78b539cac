// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.guidang.detection.core.Examination;
import org.guidang.seal.core.CertificateFile;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** The octets of a small file of evidence, out of their PEM when they are in one. */
final class EvidenceFile {

    /** Attached content makes signatures large; nothing of the trade comes near. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private EvidenceFile() {}

    /** The DER values in the file; empty, with a finding, when it is too large or holds none. */
    static List<byte[]> values(Examination examination) throws IOException {
        long size = Files.size(examination.path());
        if (size > LARGEST) {
            examination.report(
                    Finding.undecided("signature.too-large", Characteristic.USABILITY, "detection.signature.too-large")
                            .expecting(Long.toString(LARGEST), size));
            return List.of();
        }
        List<byte[]> values = CertificateFile.blocks(Files.readAllBytes(examination.path()));
        if (values.isEmpty()) {
            examination.report(
                    Finding.failed("signature.unreadable", Characteristic.USABILITY, "detection.signature.unreadable"));
        }
        return values;
    }
}
