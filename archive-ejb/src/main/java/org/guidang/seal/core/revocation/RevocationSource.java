// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.security.cert.X509Certificate;
import java.util.List;
import org.guidang.shared.Finding;

/** Where to ask for a certificate's status when what is at hand does not tell. Safe for many threads. */
@FunctionalInterface
public interface RevocationSource {

    /** Asks nobody. */
    RevocationSource NONE = (certificate, issuer) -> new Told(RevocationMaterial.none(), List.of());

    /** Never throws: what could not be had is among the remarks. */
    Told about(X509Certificate certificate, X509Certificate issuer);

    /**
     * @param material what was had, not yet believed
     * @param remarks what could not be had, for people
     */
    record Told(RevocationMaterial material, List<Finding> remarks) {

        public Told {
            remarks = List.copyOf(remarks);
        }
    }
}
