// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.shared.Digest;

/**
 * The built-in authority for trying the product out. Its tokens are real in form and worth nothing in court: key and
 * clock are our own. They carry a policy of their own, and everything that shows them says so.
 */
public final class DemonstrationTimeStampAuthority implements TimeStampAuthority {

    private final TimeStampIssuer issuer;
    private final TimeStampRequestMaker maker = new TimeStampRequestMaker();

    /** @param key a demonstration key with the time-stamping purpose */
    public DemonstrationTimeStampAuthority(SigningKey key, Clock clock) {
        if (!key.demonstration()) {
            throw new IllegalArgumentException("a key that is not for demonstration: " + key.owner());
        }
        this.issuer = new TimeStampIssuer(key, clock, TimeStampIssuer.POLICY);
    }

    @Override
    public byte[] stamp(Digest imprint) {
        try {
            return TimeStampVerifier.tokenOf(
                    issuer.answer(maker.make(imprint, null).encoded()));
        } catch (IOException | GeneralSecurityException failed) {
            throw new TimeStampUnavailableException("seal.authority.no-token", failed.getMessage());
        }
    }

    @Override
    public boolean demonstration() {
        return true;
    }
}
