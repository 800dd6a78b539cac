// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Gathers what proves, decades later, that a signer was not revoked when it signed: asked of the source now, to be put
 * beside the certificates. What cannot be had is left out; signing does not wait for it.
 */
public final class RevocationCollector {

    private RevocationCollector() {}

    /** @param chain from the signer up, each certificate followed by its issuer's; nobody is asked about the last one */
    public static RevocationMaterial collect(List<X509Certificate> chain, RevocationSource source) {
        RevocationMaterial all = RevocationMaterial.none();
        for (int i = 0; i + 1 < chain.size(); i++) {
            all = all.and(source.about(chain.get(i), chain.get(i + 1)).material());
        }
        return all;
    }
}
