// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.seal.PersonCertificate;

/**
 * A certificate registered for an account.
 *
 * @param sha256 of the certificate, DER, hexadecimal
 * @param inForce false when it was withdrawn
 */
public record CertificateView(
        String userName,
        String sha256,
        String subject,
        String issuer,
        Instant validFrom,
        Instant validUntil,
        Instant registeredAt,
        boolean inForce)
        implements Serializable {

    static CertificateView of(PersonCertificate certificate) {
        return new CertificateView(
                certificate.userName(),
                certificate.sha256(),
                certificate.subject(),
                certificate.issuer(),
                certificate.validFrom(),
                certificate.validUntil(),
                certificate.registeredAt(),
                certificate.isInForce());
    }
}
