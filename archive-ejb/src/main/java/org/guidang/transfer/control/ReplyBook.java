// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.OrganizationRepository;
import org.guidang.transfer.FormalReply;
import org.guidang.transfer.FormalReplyRepository;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.core.FormalReplyJson;

/** The two short transactions around a formal reply: what it says, and keeping it. */
@ApplicationScoped
class ReplyBook {

    /**
     * What is to be answered.
     *
     * @param kept null while none was made
     * @param agency whose key signs
     */
    record Page(FormalReply kept, FormalReply.Key key, String agency, byte[] text) {}

    @Inject
    PartyAtWork parties;

    @Inject
    FormalReplyRepository replies;

    @Inject
    OrganizationRepository organizations;

    @Inject
    OperationLog log;

    /** @throws org.guidang.transfer.ReviewIncompleteException while the review has not ended */
    @Transactional(TxType.REQUIRES_NEW)
    public Page open(TransferListNumber number) {
        TransferList list = parties.get(number);
        FormalReply.Key key = FormalReply.keyOf(list);
        FormalReply kept = replies.find(key).orElse(null);
        byte[] text = kept == null
                ? FormalReplyJson.of(
                        list, key.answer(), organizations.get(list.agency()).name())
                : kept.text();
        return new Page(kept, key, list.agency(), text);
    }

    /** Whoever asked first has made it; a second one is dropped. */
    @Transactional(TxType.REQUIRES_NEW)
    public FormalReply keep(TransferListNumber number, FormalReply made) {
        // The list is held, so that two who ask at once keep one reply.
        parties.lock(number, null);
        return replies.find(made.key()).orElseGet(() -> {
            replies.add(made);
            log.record(
                    "transfer-list.reply",
                    "transfer-list",
                    number.value(),
                    "done",
                    Map.of("answer", made.key().answer().name(), "certificate", made.certificate()));
            return made;
        });
    }
}
