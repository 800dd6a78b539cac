// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;

/**
 * Examines a CSV, workbook or XML that is a 政务服务电子档案移交清单, by the rules of {@link TransferListReader}; known by the columns of
 * table A.1 or by its root element, anything else is left to others. Found through {@link java.util.ServiceLoader},
 * because detection knows nothing of lists.
 */
public final class TransferListExaminer implements FileExaminer {

    /** Told when a file is no list at all. */
    private static final Set<String> NO_LIST = Set.of(
            "transfer-list.columns",
            "transfer-list.encoding",
            "transfer-list.excel",
            "transfer-list.xml",
            "transfer-list.xml-other");

    @Override
    public Set<String> formats() {
        return Set.of("csv", "xlsx", "xml");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        TransferListReader.Result list = TransferListReader.read(examination.path(), examination.name());
        boolean other =
                list.rows().isEmpty() && list.findings().stream().anyMatch(finding -> NO_LIST.contains(finding.code()));
        if (!other) {
            list.findings().forEach(examination::report);
        }
    }
}
