// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** Signs the manifest of a package and, where an authority answers, has the signature time-stamped. */
@FunctionalInterface
public interface ManifestSealer {

    /**
     * @param signature detached CMS over the manifest, DER
     * @param signer subject of its certificate, RFC 4514
     * @param token RFC 3161 token over the octets of the signature file; null when none could be had (待补时间戳)
     * @param tokenTime time stated in the token; null without token
     */
    record Seal(byte[] signature, String signer, byte[] token, Instant tokenTime) {}

    Seal seal(byte[] manifest) throws IOException, GeneralSecurityException;
}
