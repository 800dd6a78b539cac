// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.util.List;
import org.guidang.detection.core.FileExaminer;

/** The examiners of this package. */
public final class SignatureExaminers {

    private SignatureExaminers() {}

    public static List<FileExaminer> all() {
        return List.of(
                new CmsExaminer(),
                new TimeStampExaminer(),
                new CertificateExaminer(),
                new RevocationListExaminer(),
                new EvidenceRecordExaminer(),
                new XmlEvidenceRecordExaminer(),
                new AsicExaminer());
    }
}
