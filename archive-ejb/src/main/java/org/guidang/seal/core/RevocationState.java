// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.guidang.seal.core.revocation.Revoked;
import org.guidang.seal.core.revocation.StatusSaid;

/**
 * What lists and answers together tell of a certificate at an instant.
 *
 * @param revoked since when; null unless REVOKED
 */
record RevocationState(Kind kind, Revoked revoked) {

    /** The order is what wins when several speak. */
    enum Kind {
        REVOKED,
        GOOD,
        /** Something speaks of the certificate, but tells nothing of that instant. */
        STALE,
        NONE
    }

    static final RevocationState GOOD = new RevocationState(Kind.GOOD, null);
    static final RevocationState STALE = new RevocationState(Kind.STALE, null);
    static final RevocationState NONE = new RevocationState(Kind.NONE, null);

    static RevocationState revoked(Revoked revoked) {
        return new RevocationState(Kind.REVOKED, revoked);
    }

    /** An answer that revokes does so for ever; any other only while it tells of that instant. */
    static RevocationState of(StatusSaid said, X509Certificate certificate, Instant at) {
        if (said.revoked() != null && !said.revoked().since().isAfter(at)) {
            return revoked(said.revoked());
        }
        return said.status() != StatusSaid.Status.UNKNOWN && said.tellsOf(certificate, at) ? GOOD : STALE;
    }

    boolean decided() {
        return kind == Kind.REVOKED || kind == Kind.GOOD;
    }

    /** The graver of both; of two revocations the earlier. */
    RevocationState and(RevocationState other) {
        if (kind == Kind.REVOKED && other.kind == Kind.REVOKED) {
            return other.revoked.since().isBefore(revoked.since()) ? other : this;
        }
        return other.kind.compareTo(kind) < 0 ? other : this;
    }
}
