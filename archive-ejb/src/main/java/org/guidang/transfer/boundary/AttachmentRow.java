// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.shared.Outcome;
import org.guidang.transfer.Attachment;

/**
 * A file added to a list.
 *
 * @param outcome of its examination; INDETERMINATE where something could not be told, as without a virus scanner
 */
public record AttachmentRow(
        String list,
        String id,
        String name,
        long octets,
        String sm3,
        Outcome outcome,
        String addedName,
        String organization,
        Instant addedAt)
        implements Serializable {

    static AttachmentRow of(Attachment attachment) {
        return new AttachmentRow(
                attachment.list(),
                attachment.id(),
                attachment.name(),
                attachment.content().octets(),
                attachment.content().sm3(),
                attachment.outcome(),
                attachment.addedName(),
                attachment.organization(),
                attachment.addedAt());
    }
}
