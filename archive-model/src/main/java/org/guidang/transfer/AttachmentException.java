// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;

/** A file cannot be attached, or there is none of this id on the list. Nothing was kept. */
public class AttachmentException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private AttachmentException(Kind kind, String key, List<Finding> findings, Object... arguments) {
        super(kind, key, findings, arguments);
    }

    public static AttachmentException unknown(TransferListNumber list, String id) {
        return new AttachmentException(Kind.UNKNOWN, "transfer.attachment.unknown", List.of(), list.value(), id);
    }

    public static AttachmentException tooLarge(String name, long most) {
        return new AttachmentException(Kind.CONTENT, "transfer.attachment.too-large", List.of(), name, most);
    }

    /** @param findings of the examination, all of them */
    public static AttachmentException refused(String name, List<Finding> findings) {
        return new AttachmentException(Kind.CONTENT, "transfer.attachment.refused", findings, name);
    }
}
