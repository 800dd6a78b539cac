// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.transfer.Attachment;
import org.guidang.transfer.AttachmentRepository;
import org.guidang.transfer.TransferListNumber;

/** Attachments in memory, in the order they were added. */
public final class InMemoryAttachments implements AttachmentRepository {

    private final Map<String, Attachment> rows = new LinkedHashMap<>();

    @Override
    public void add(Attachment attachment) {
        rows.put(attachment.id(), attachment);
    }

    @Override
    public Optional<Attachment> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public List<Attachment> of(TransferListNumber list) {
        return rows.values().stream()
                .filter(each -> each.list().equals(list.value()))
                .toList();
    }
}
