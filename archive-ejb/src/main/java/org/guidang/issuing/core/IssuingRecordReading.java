// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.util.List;
import java.util.Optional;
import org.guidang.issuing.IssuingRecordData;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What reading one issuing record came to.
 *
 * @param data the fields; present exactly when nothing refuses the record
 * @param findings all that was found, faults and warnings, in the order of the file
 */
public record IssuingRecordReading(Optional<IssuingRecordData> data, List<Finding> findings) {

    public IssuingRecordReading {
        findings = List.copyOf(findings);
    }

    public Outcome outcome() {
        return Outcome.of(findings);
    }
}
