// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.guidang.seal.core.TrustVerdict.Standing;

/**
 * The rules of RFC 5280 section 6 for one path whose signatures verify: first what forbids the path for ever (key
 * usage, constraints, unknown critical extensions), then time, then revocation. Name constraints and policies are
 * judged by BouncyCastle's validator over the same path.
 */
final class PathRules {

    private static final Set<String> UNDERSTOOD = Set.of(
            Extension.keyUsage.getId(),
            Extension.basicConstraints.getId(),
            Extension.extendedKeyUsage.getId(),
            Extension.subjectAlternativeName.getId(),
            Extension.issuerAlternativeName.getId(),
            Extension.certificatePolicies.getId(),
            Extension.policyMappings.getId(),
            Extension.policyConstraints.getId(),
            Extension.inhibitAnyPolicy.getId(),
            Extension.nameConstraints.getId(),
            Extension.cRLDistributionPoints.getId(),
            Extension.authorityKeyIdentifier.getId(),
            Extension.subjectKeyIdentifier.getId());

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int KEY_CERT_SIGN = 5;

    private final RevocationCheck revocation;

    PathRules(RevocationCheck revocation) {
        this.revocation = revocation;
    }

    /** Judges the path from the subject to an anchor, the anchor included. */
    TrustVerdict judge(List<X509Certificate> path, Instant at, Use use) {
        TrustVerdict against = fitness(path, use);
        if (against == null) {
            against = time(path, at);
        }
        if (against == null) {
            against = furtherRules(path, at);
        }
        if (against != null) {
            return against;
        }
        return revocation.judge(path, at);
    }

    private static TrustVerdict fitness(List<X509Certificate> path, Use use) {
        int below = 0;
        for (int i = 0; i < path.size(); i++) {
            X509Certificate certificate = path.get(i);
            Set<String> critical = certificate.getCriticalExtensionOIDs();
            if (critical != null && !UNDERSTOOD.containsAll(critical)) {
                return no(Standing.UNFIT, "seal.trust.unknown-critical-extension", path, i);
            }
            if (i == 0) {
                String reason = subjectReason(certificate, use);
                if (reason != null) {
                    return no(Standing.UNFIT, reason, path, i);
                }
                continue;
            }
            boolean anchor = i == path.size() - 1;
            int pathLength = certificate.getBasicConstraints();
            if (pathLength < 0 && !(anchor && certificate.getVersion() == 1)) {
                return no(Standing.UNFIT, "seal.trust.issuer-is-no-authority", path, i);
            }
            if (pathLength >= 0 && pathLength < below) {
                return no(Standing.UNFIT, "seal.trust.path-too-long", path, i);
            }
            boolean[] usage = certificate.getKeyUsage();
            if (usage != null && !usage[KEY_CERT_SIGN]) {
                return no(Standing.UNFIT, "seal.trust.issuer-may-not-certify", path, i);
            }
            if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                below++;
            }
        }
        return null;
    }

    private static String subjectReason(X509Certificate certificate, Use use) {
        if (use == Use.ANY) {
            return null;
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            return "seal.trust.key-usage";
        }
        if (use == Use.TIME_STAMPING) {
            return isTimeStamping(certificate) ? null : "seal.trust.not-a-time-stamper";
        }
        return null;
    }

    /** RFC 3161 2.3: the only purpose, and critical. */
    static boolean isTimeStamping(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            Set<String> critical = certificate.getCriticalExtensionOIDs();
            return List.of(KeyPurposeId.id_kp_timeStamping.getId()).equals(purposes)
                    && critical != null
                    && critical.contains(Extension.extendedKeyUsage.getId());
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }

    private static TrustVerdict time(List<X509Certificate> path, Instant at) {
        Date date = Date.from(at);
        for (int i = 0; i < path.size(); i++) {
            if (date.after(path.get(i).getNotAfter())) {
                return no(Standing.EXPIRED, "seal.trust.expired", path, i);
            }
            if (date.before(path.get(i).getNotBefore())) {
                return no(Standing.NOT_YET_VALID, "seal.trust.not-yet-valid", path, i);
            }
        }
        return null;
    }

    private static TrustVerdict furtherRules(List<X509Certificate> path, Instant at) {
        if (path.size() == 1) {
            return null;
        }
        try {
            List<byte[]> octets = new ArrayList<>();
            for (X509Certificate certificate : path) {
                octets.add(certificate.getEncoded());
            }
            // All are valid at the instant, which is the only thing these rules ask the clock.
            ProvenSignatures.require("path", octets, () -> validate(path, at));
            return null;
        } catch (GeneralSecurityException | RuntimeException refused) {
            return no(Standing.UNFIT, "seal.trust.path-rules", path, 0);
        }
    }

    private static void validate(List<X509Certificate> path, Instant at) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.get(path.size() - 1), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator validator = CertPathValidator.getInstance("PKIX", Cryptography.provider());
        CertificateFactory factory = CertificateFactory.getInstance("X.509", Cryptography.provider());
        validator.validate(factory.generateCertPath(path.subList(0, path.size() - 1)), parameters);
    }

    private static TrustVerdict no(Standing standing, String reason, List<X509Certificate> path, int index) {
        return new TrustVerdict(standing, reason, TrustJudge.name(path.get(index)), path, null, false);
    }
}
