// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.util.List;

/** An examiner of files that carry seals or signatures inside them. */
public interface SignedFileExaminer extends FileExaminer {

    /**
     * Examines as {@link #examine} does and also says what there is to show of each seal and signature.
     *
     * @return in the order of the file; empty for an unsigned file and for one that cannot be read
     */
    List<SealInformation> examineSeals(Examination examination) throws IOException;

    @Override
    default void examine(Examination examination) throws IOException {
        examineSeals(examination);
    }
}
