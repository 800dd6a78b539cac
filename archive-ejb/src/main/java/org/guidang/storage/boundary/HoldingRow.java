// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.shared.Fixity;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingState;
import org.guidang.storage.Provenance;

/**
 * A holding as a row.
 *
 * @param heldAt null while it is being written
 */
public record HoldingRow(
        String archivalCode,
        Provenance provenance,
        Fixity zip,
        String objectId,
        HoldingState state,
        Instant begunAt,
        Instant heldAt)
        implements Serializable {

    static HoldingRow of(Holding holding) {
        return new HoldingRow(
                holding.archivalCode(),
                holding.provenance(),
                holding.zip(),
                holding.objectId(),
                holding.state(),
                holding.begunAt(),
                holding.heldAt().orElse(null));
    }
}
