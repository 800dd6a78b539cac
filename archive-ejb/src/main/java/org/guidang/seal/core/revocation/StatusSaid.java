// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * What an answer says of one certificate (RFC 6960 2.2, 2.4).
 *
 * @param status good, revoked or unknown
 * @param thisUpdate when that was known to be right
 * @param nextUpdate when there will be newer; null when always
 * @param revoked since when and why; null unless revoked
 * @param keptSince status of certificates expired after this is still told; null when not stated
 */
public record StatusSaid(Status status, Instant thisUpdate, Instant nextUpdate, Revoked revoked, Instant keptSince) {

    /** How far the clock of a service may be apart from ours. */
    static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /** How long an answer without next update is taken, ours: RFC 6960 2.4 says newer is available at all times. */
    private static final Duration WITHOUT_NEXT = Duration.ofHours(1);

    public enum Status {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    static StatusSaid of(SingleResponse single) throws ParseException, IOException {
        CertStatus status = single.getCertStatus();
        Extensions extensions = single.getSingleExtensions();
        Revoked revoked = null;
        if (status.getTagNo() == 1) {
            RevokedInfo info = RevokedInfo.getInstance(status.getStatus());
            Integer reason = info.getRevocationReason() == null
                    ? null
                    : Integer.valueOf(info.getRevocationReason().getValue().intValueExact());
            if (reason == null && extensions != null && extensions.getExtension(Extension.reasonCode) != null) {
                reason = ASN1Enumerated.getInstance(
                                extensions.getExtension(Extension.reasonCode).getParsedValue())
                        .getValue()
                        .intValueExact();
            }
            revoked = Revoked.of(
                    info.getRevocationTime().getDate().toInstant(), reason, time(extensions, Extension.invalidityDate));
        }
        return new StatusSaid(
                status.getTagNo() == 0 ? Status.GOOD : status.getTagNo() == 1 ? Status.REVOKED : Status.UNKNOWN,
                single.getThisUpdate().getDate().toInstant(),
                single.getNextUpdate() == null
                        ? null
                        : single.getNextUpdate().getDate().toInstant(),
                revoked,
                time(extensions, OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff));
    }

    private static Instant time(Extensions extensions, ASN1ObjectIdentifier type) throws ParseException {
        Extension extension = extensions == null ? null : extensions.getExtension(type);
        return extension == null
                ? null
                : ASN1GeneralizedTime.getInstance(extension.getParsedValue())
                        .getDate()
                        .toInstant();
    }

    /** Of two about the same certificate the one that revokes, else the younger. */
    StatusSaid orOlder(StatusSaid other) {
        if (other == null || status == Status.REVOKED) {
            return this;
        }
        return other.status == Status.REVOKED || other.thisUpdate.isAfter(thisUpdate) ? other : this;
    }

    /**
     * True when it tells the status at an instant: it was right then, or is younger, because revocations are not taken
     * back as long as the certificate's status is kept at all.
     */
    public boolean tellsOf(X509Certificate certificate, Instant at) {
        if (thisUpdate.isAfter(at)) {
            Instant end = certificate.getNotAfter().toInstant();
            return !thisUpdate.isAfter(end) || keptSince != null && !keptSince.isAfter(end);
        }
        return isCurrent(at);
    }

    /** True when it may be taken for the state of affairs at this instant. */
    boolean isCurrent(Instant now) {
        Instant until = nextUpdate == null ? thisUpdate.plus(WITHOUT_NEXT) : nextUpdate.plus(CLOCKS_APART);
        return !thisUpdate.isAfter(now.plus(CLOCKS_APART)) && !now.isAfter(until);
    }
}
