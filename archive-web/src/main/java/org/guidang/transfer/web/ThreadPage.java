// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.ListMessage;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.MessageRow;
import org.guidang.transfer.boundary.Messages;

/** What both parties said about a list or a package, and saying something more. */
@Named
@ViewScoped
public class ThreadPage implements Serializable {

    @Inject
    Messages thread;

    @Inject
    PageMessages messages;

    private String text;
    private transient List<MessageRow> read;

    /** All about the list. */
    public List<MessageRow> of(String list) {
        if (read == null) {
            read = thread.of(new TransferListNumber(list));
        }
        return read;
    }

    /** Those about one package, on any list. */
    public List<MessageRow> about(String pack) {
        if (read == null) {
            read = thread.about(pack);
        }
        return read;
    }

    /**
     * Says something; the field is empty afterwards.
     *
     * @param pack null or empty when it is about the list
     */
    public void say(String list, String pack) {
        if (messages.attempt(() -> thread.say(new TransferListNumber(list), pack, text))) {
            text = null;
            read = null;
        }
    }

    /** Whether both parties know the list, so that there is somebody to speak to. */
    public boolean isShared(TransferState state) {
        return TransferState.knownToAgency().contains(state);
    }

    public int getLongest() {
        return ListMessage.LONGEST;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
