// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.issuing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.issuing.core.IssuingRecordReader;
import org.guidang.shared.SafeName;

/** Examines issuing records: what goes by the name of 6.2.2, and XML that shows itself to be one. */
public final class IssuingRecordExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("xml", "html", "txt", "unknown");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        boolean named = IssuingRecordReader.isRecordName(SafeName.lastComponent(examination.name()));
        if (!named && !XmlHead.of(examination.path()).showsIssuingRecord()) {
            return;
        }
        try (InputStream content = Files.newInputStream(examination.path())) {
            new IssuingRecordReader()
                    .read(examination.name(), content)
                    .findings()
                    .forEach(examination::report);
        }
        examination.cover("浙档发〔2019〕16号 表 A.1");
    }
}
