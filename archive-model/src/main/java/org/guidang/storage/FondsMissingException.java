// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import org.guidang.shared.BusinessRuleException;

/** The agency has no fonds number, so no archival code can be given; its packages wait. */
public class FondsMissingException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public FondsMissingException(String agency) {
        super(Kind.UNAVAILABLE, "storage.fonds.missing", agency);
    }
}
