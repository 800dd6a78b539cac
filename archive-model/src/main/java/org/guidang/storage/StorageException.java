// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import org.guidang.shared.BusinessRuleException;

/** The volume did not take the object, or gave back other octets than it took. The holding stays WRITING. */
public class StorageException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public StorageException(String objectId, String reason, Throwable cause) {
        super(Kind.UNAVAILABLE, "storage.object.not-kept", objectId, reason);
        if (cause != null) {
            initCause(cause);
        }
    }
}
