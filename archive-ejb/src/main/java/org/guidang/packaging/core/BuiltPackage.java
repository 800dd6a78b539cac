// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.time.Instant;
import org.guidang.packaging.Fixing;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;

/**
 * What was built.
 *
 * @param manifest SM3 digest of the manifest
 * @param files files of the case
 * @param contentOctets octets of these files
 * @param tokenTime null when the time-stamp is pending
 */
public record BuiltPackage(Digest manifest, int files, long contentOctets, String signer, Instant tokenTime) {

    /** As the package version keeps it, once the zip itself has been kept. */
    public Fixing fixing(Fixity zip) {
        return new Fixing(zip, manifest, files, contentOctets, signer, tokenTime);
    }
}
