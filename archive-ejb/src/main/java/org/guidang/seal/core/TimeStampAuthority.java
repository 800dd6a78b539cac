// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import org.guidang.shared.Digest;

/** Somebody who puts a trusted time to a digest (RFC 3161). */
public interface TimeStampAuthority {

    /**
     * A token (DER of the CMS ContentInfo) over the imprint, verified before it is returned: nonce, imprint, policy,
     * signer and path.
     *
     * @throws org.guidang.seal.TimeStampUnavailableException when no acceptable token was given
     */
    byte[] stamp(Digest imprint);

    /** True when the tokens are for trying out only and must be shown as such. */
    boolean demonstration();
}
