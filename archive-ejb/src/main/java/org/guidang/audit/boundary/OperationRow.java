// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.audit.Operation;

/** One entry of the log as an auditor, or the parties of the object, read it. */
public record OperationRow(
        String organization,
        long index,
        Instant at,
        String userName,
        String displayName,
        String operation,
        String objectKind,
        String objectId,
        String result,
        String details,
        String hash)
        implements Serializable {

    static OperationRow of(Operation entry) {
        return new OperationRow(
                entry.number().chain(),
                entry.number().index(),
                entry.at(),
                entry.userName(),
                entry.displayName(),
                entry.operation(),
                entry.objectKind(),
                entry.objectId(),
                entry.result(),
                entry.details(),
                entry.hash());
    }
}
