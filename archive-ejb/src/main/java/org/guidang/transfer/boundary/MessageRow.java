// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.transfer.ListMessage;
import org.guidang.transfer.Party;

/**
 * A message of one party to the other.
 *
 * @param packageNumber null when it is about the list
 */
public record MessageRow(
        String id,
        String list,
        String packageNumber,
        Party party,
        String organization,
        String displayName,
        String words,
        Instant saidAt)
        implements Serializable {

    static MessageRow of(ListMessage message) {
        return new MessageRow(
                message.id(),
                message.list(),
                message.packageNumber().orElse(null),
                message.party(),
                message.organization(),
                message.displayName(),
                message.words(),
                message.saidAt());
    }
}
