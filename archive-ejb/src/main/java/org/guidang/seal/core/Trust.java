// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom we believe. Nothing outside this is trusted: not the platform's certificate store, not the network.
 *
 * @param anchors certificates that need no further proof
 * @param helpers certificates that may stand between a signer and an anchor
 * @param revocationLists revocation lists, each to be checked against its issuer before use
 */
public record Trust(List<X509Certificate> anchors, List<X509Certificate> helpers, List<X509CRL> revocationLists) {

    public Trust {
        anchors = List.copyOf(anchors);
        helpers = List.copyOf(helpers);
        revocationLists = List.copyOf(revocationLists);
    }

    /** Trusts nobody: every signature is at best intact and of unknown origin. */
    public static Trust none() {
        return new Trust(List.of(), List.of(), List.of());
    }
}
