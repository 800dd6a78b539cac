// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.guidang.seal.core.revocation.Revoked;
import org.guidang.shared.Finding;

/**
 * What a certificate is worth at an instant.
 *
 * @param standing the answer
 * @param reason key of the sentence that says why, in the bundle of {@code seal}
 * @param about the certificate in the path that decided, its subject for people
 * @param path from the subject up, as far as it was found
 * @param revokedAt when it was revoked; null unless REVOKED
 * @param revocationSeen true when a valid revocation list or answer was consulted for the subject
 * @param revoked since when and why; null unless REVOKED
 * @param remarks why lists or answers could not be had, for people
 */
public record TrustVerdict(
        Standing standing,
        String reason,
        String about,
        List<X509Certificate> path,
        Instant revokedAt,
        boolean revocationSeen,
        Revoked revoked,
        List<Finding> remarks) {

    public TrustVerdict {
        path = List.copyOf(path);
        remarks = List.copyOf(remarks);
    }

    TrustVerdict(
            Standing standing,
            String reason,
            String about,
            List<X509Certificate> path,
            Instant revokedAt,
            boolean revocationSeen) {
        this(standing, reason, about, path, revokedAt, revocationSeen, null, List.of());
    }

    /** The order is the order of preference among several paths. */
    public enum Standing {
        /** A path to an anchor, with nothing against it. */
        TRUSTED,
        /** As TRUSTED, but nobody could be asked whether it was revoked though its issuers publish lists. */
        REVOCATION_UNKNOWN,
        EXPIRED,
        NOT_YET_VALID,
        REVOKED,
        /** Key usage, extended key usage, basic constraints, path length, names or policies forbid it. */
        UNFIT,
        /** A signature in the path does not verify. */
        BROKEN,
        /** No path leads to an anchor; nothing is known for or against it. */
        UNTRUSTED
    }

    public boolean trusted() {
        return standing == Standing.TRUSTED;
    }
}
