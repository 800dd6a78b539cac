// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** The signer lost the role before the list took the signature; says whose act that was, and when. */
public class SignerRoleGoneException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public SignerRoleGoneException(TransferListNumber number, String signer, String withdrawnBy, String withdrawnAt) {
        super(Kind.FORBIDDEN, "transfer.sign.role-gone", number.value(), signer, withdrawnBy, withdrawnAt);
    }
}
