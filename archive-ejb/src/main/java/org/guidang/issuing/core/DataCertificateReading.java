// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.util.List;
import java.util.Optional;
import org.guidang.shared.Finding;

/**
 * What reading a certificate without layout came to.
 *
 * @param certificate present when its form is sound; signature and time-stamp are still to be verified
 * @param findings all that was found in its form
 */
public record DataCertificateReading(Optional<DataCertificate> certificate, List<Finding> findings) {

    public DataCertificateReading {
        findings = List.copyOf(findings);
    }
}
