// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;
import java.util.Optional;

/** The attachments of lists. */
public interface AttachmentRepository {

    void add(Attachment attachment);

    Optional<Attachment> find(String id);

    /** Of one list, first added first. */
    List<Attachment> of(TransferListNumber list);
}
