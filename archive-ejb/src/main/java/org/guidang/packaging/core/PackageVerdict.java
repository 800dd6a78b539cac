// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What the proof of a package came to.
 *
 * @param findings all that was found, each naming its file
 * @param files files whose digests were compared with the manifest
 * @param signer certificate of the signature over the manifest; null when none could be read
 * @param provenTime when a trusted authority saw the signature; null when nothing proves it
 */
public record PackageVerdict(List<Finding> findings, int files, X509Certificate signer, Instant provenTime) {

    public PackageVerdict {
        findings = List.copyOf(findings);
    }

    public Outcome outcome() {
        return Outcome.of(findings);
    }
}
