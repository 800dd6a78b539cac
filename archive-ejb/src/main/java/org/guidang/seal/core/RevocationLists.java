// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.guidang.seal.core.revocation.Revoked;

/**
 * Revocation by lists (RFC 5280 6.3). A list counts when its issuer is the certificate's, a key of that issuer signed
 * it and may sign lists, and it is complete for the certificate. A list past its next update still revokes, but no
 * longer proves that somebody is not revoked; a list younger than the instant asked proves it as well as one of that
 * day, because revocations are not taken back.
 */
final class RevocationLists {

    private static final int CRL_SIGN = 6;

    private final Collection<X509CRL> lists;
    private final Collection<X509Certificate> pool;
    private final Trust trust;

    RevocationLists(Collection<X509CRL> lists, Collection<X509Certificate> pool, Trust trust) {
        this.lists = lists;
        this.pool = pool;
        this.trust = trust;
    }

    RevocationState state(X509Certificate certificate, X509Certificate issuer, Instant at) {
        RevocationState state = RevocationState.NONE;
        for (X509CRL list : lists) {
            if (!list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                    || !isBy(list, issuer)
                    || !covers(list, certificate)) {
                continue;
            }
            X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
            Revoked revoked = entry == null ? null : revoked(entry);
            if (revoked != null && !revoked.since().isAfter(at)) {
                state = state.and(RevocationState.revoked(revoked));
            } else {
                state = state.and(
                        provesNothingBadAt(list, certificate, at) ? RevocationState.GOOD : RevocationState.STALE);
            }
        }
        return state;
    }

    private static Revoked revoked(X509CRLEntry entry) {
        Integer reason = entry.getRevocationReason() == null
                ? null
                : Integer.valueOf(entry.getRevocationReason().ordinal());
        byte[] value = entry.getExtensionValue(Extension.invalidityDate.getId());
        Instant invalid = null;
        try {
            invalid = value == null
                    ? null
                    : ASN1GeneralizedTime.getInstance(
                                    ASN1OctetString.getInstance(value).getOctets())
                            .getDate()
                            .toInstant();
        } catch (ParseException | RuntimeException malformed) {
            invalid = null;
        }
        return Revoked.of(entry.getRevocationDate().toInstant(), reason, invalid);
    }

    private boolean isBy(X509CRL list, X509Certificate issuer) {
        if (signedBy(list, issuer)) {
            return true;
        }
        // An authority may sign its lists with another key of the same name; that key needs its own way to an anchor.
        for (X509Certificate other : pool) {
            if (!other.equals(issuer)
                    && other.getSubjectX500Principal().equals(issuer.getSubjectX500Principal())
                    && (trust.anchors().contains(other)
                            || trust.anchors().stream().anyMatch(anchor -> TrustJudge.signed(anchor, other)))
                    && signedBy(list, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean signedBy(X509CRL list, X509Certificate signer) {
        boolean[] usage = signer.getKeyUsage();
        if (usage != null && !usage[CRL_SIGN]) {
            return false;
        }
        try {
            PublicKey key = signer.getPublicKey();
            ProvenSignatures.require(
                    "list",
                    List.of(list.getEncoded(), key.getEncoded()),
                    () -> list.verify(key, Cryptography.provider()));
            return true;
        } catch (GeneralSecurityException | RuntimeException no) {
            return false;
        }
    }

    /** Complete for this certificate: no delta, no indirect list, no scope that leaves it out, nothing unknown. */
    private static boolean covers(X509CRL list, X509Certificate certificate) {
        Set<String> critical = list.getCriticalExtensionOIDs();
        if (critical != null
                && !Set.of(Extension.issuingDistributionPoint.getId()).containsAll(critical)) {
            return false;
        }
        byte[] scope = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        if (scope == null) {
            return true;
        }
        IssuingDistributionPoint point;
        try {
            point = IssuingDistributionPoint.getInstance(
                    ASN1OctetString.getInstance(scope).getOctets());
        } catch (RuntimeException malformed) {
            return false;
        }
        boolean authority = certificate.getBasicConstraints() >= 0;
        return !point.isIndirectCRL()
                && !point.onlyContainsAttributeCerts()
                && point.getOnlySomeReasons() == null
                && !(point.onlyContainsUserCerts() && authority)
                && !(point.onlyContainsCACerts() && !authority)
                && sameDistributionPoint(point, certificate);
    }

    private static boolean sameDistributionPoint(IssuingDistributionPoint point, X509Certificate certificate) {
        return point.getDistributionPoint() == null
                || DistributionPoints.of(certificate).names(point);
    }

    private static boolean provesNothingBadAt(X509CRL list, X509Certificate certificate, Instant at) {
        Instant issued = list.getThisUpdate().toInstant();
        if (issued.isAfter(at)) {
            // Entries may be dropped once the certificate has expired.
            return !issued.isAfter(certificate.getNotAfter().toInstant());
        }
        return list.getNextUpdate() != null && !at.isAfter(list.getNextUpdate().toInstant());
    }
}
