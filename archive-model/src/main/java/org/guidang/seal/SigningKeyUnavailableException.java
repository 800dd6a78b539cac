// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal;

import org.guidang.shared.BusinessRuleException;

/** The installation holds no usable signing key for this owner: none configured, expired, or the device refuses. */
public class SigningKeyUnavailableException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public SigningKeyUnavailableException(String key, Object... arguments) {
        super(Kind.UNAVAILABLE, key, arguments);
    }
}
