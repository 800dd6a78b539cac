// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal;

import java.time.Instant;

/**
 * What tells one certificate from another, and what people read of it.
 *
 * @param sha256 of the certificate, DER, hexadecimal in small letters
 * @param keySha256 of its SubjectPublicKeyInfo; a renewed certificate may have the key of the one before
 * @param subject RFC 4514
 * @param issuer RFC 4514
 */
public record CertificateFacts(
        String sha256, String keySha256, String subject, String issuer, Instant validFrom, Instant validUntil) {}
