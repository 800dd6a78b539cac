// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import java.util.List;
import java.util.Map;
import org.guidang.intake.ReceivedFile;
import org.guidang.issuing.IssuingRecordData;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;

/**
 * What the examination of an upload came to.
 *
 * @param findings all of them
 * @param files what is to be received, in order, when nothing refuses
 * @param records the fields of each issuing record by the fixity of its file
 */
public record ExaminedUpload(List<Finding> findings, List<ReceivedFile> files, Map<Fixity, IssuingRecordData> records) {

    public ExaminedUpload {
        findings = List.copyOf(findings);
        files = List.copyOf(files);
        records = Map.copyOf(records);
    }

    /** True when not one finding blocks; what could not be decided blocks as well. */
    public boolean isAcceptable() {
        return Outcome.of(findings) == Outcome.PASSED;
    }
}
