// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.control.CurrentActor;
import org.guidang.transfer.Attachment;
import org.guidang.transfer.AttachmentException;
import org.guidang.transfer.AttachmentRepository;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;

/** The rows of attachments, each act in a short transaction of its own, so that no file is read inside one. */
@ApplicationScoped
public class AttachmentDesk {

    @Inject
    PartyAtWork parties;

    @Inject
    AttachmentRepository attachments;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    /** The caller's organization is the agency of the list, and packages of it can go back now. */
    @Transactional(TxType.REQUIRES_NEW)
    public void requireReturnable(TransferListNumber number) {
        parties.get(number).requireReturnable();
    }

    /** Writes down what lies in the content store by now. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(Attachment attachment) {
        TransferListNumber number = new TransferListNumber(attachment.list());
        parties.get(number).requireReturnable();
        attachments.add(attachment);
        log.record(
                "transfer-list.attach",
                "transfer-list",
                number.value(),
                "done",
                Map.of(
                        "attachment",
                        attachment.id(),
                        "sm3",
                        attachment.content().sm3()));
    }

    /** Those of the list the caller may see: the window sees what goes with a decision, the agency all. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Attachment> seen(TransferListNumber number) {
        TransferList list = parties.get(number);
        boolean window = list.isWindow(currentActor.get().organization());
        return attachments.of(number).stream()
                .filter(each -> !window || goesWithAPackage(list, each.id()))
                .toList();
    }

    /** @throws AttachmentException UNKNOWN when the list has none of this id that the caller may see */
    @Transactional(TxType.REQUIRES_NEW)
    public Attachment get(TransferListNumber number, String id) {
        return seen(number).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> AttachmentException.unknown(number, id));
    }

    private static boolean goesWithAPackage(TransferList list, String id) {
        return list.allPackages().stream().anyMatch(pack -> pack.attachments().contains(id));
    }
}
