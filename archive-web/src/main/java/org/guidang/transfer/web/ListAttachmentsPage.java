// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.shared.web.Download;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.AttachmentRow;
import org.guidang.transfer.boundary.Attachments;
import org.guidang.transfer.boundary.OfferedPackageRow;

/** The files that go with a returned package, read once per request; and one of them, to be kept. */
@Named("listAttachments")
@RequestScoped
public class ListAttachmentsPage {

    @Inject
    Attachments attachments;

    private final Map<String, List<AttachmentRow>> read = new HashMap<>();
    private String number;
    private String id;

    public List<AttachmentRow> of(OfferedPackageRow pack) {
        if (pack.attachments().isEmpty()) {
            return List.of();
        }
        return read.computeIfAbsent(pack.list(), list -> attachments.of(new TransferListNumber(list))).stream()
                .filter(each -> pack.attachments().contains(each.id()))
                .toList();
    }

    /** Sends the file as a file, never inline. */
    public void download() {
        TransferListNumber list = new TransferListNumber(number);
        String name = attachments.get(list, id).name();
        Download.save(name, "application/octet-stream", out -> attachments.write(list, id, out));
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
