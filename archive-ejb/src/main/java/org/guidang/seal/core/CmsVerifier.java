// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Verifies CMS signatures: RFC 5652, PKCS#7 and GB/T 35275, attached or detached, any number of signers. All findings
 * are told at once. Mathematics and trust are kept apart: a signature by somebody unknown is intact and INDETERMINATE,
 * never FAILED.
 *
 * <p>Without a time-stamp the signer's certificate is judged at the instant given, because the signing time is only the
 * signer's claim: it can make things worse (signed after revocation), never better.
 */
public final class CmsVerifier {

    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private final Trust trust;

    public CmsVerifier(Trust trust) {
        this.trust = trust;
    }

    /**
     * @param cms DER or BER of a ContentInfo
     * @param content what a detached signature covers; ignored when the content lies inside
     * @param at the instant validity is judged for where the signature itself proves no time
     * @throws IOException when the content cannot be read; a bad signature is a finding
     */
    public SignatureVerdict verify(byte[] cms, SignedContent content, Instant at) throws IOException {
        List<Finding> findings = new ArrayList<>();
        SignedMessage message;
        try {
            message = SignedMessage.read(cms);
        } catch (SignedMessage.NotSignedException other) {
            findings.add((other.enveloped()
                            ? Finding.undecided("cms.enveloped", Characteristic.AUTHENTICITY, "seal.cms.enveloped")
                            : Finding.failed(
                                    "cms.not-signed-data", Characteristic.AUTHENTICITY, "seal.cms.not-signed-data"))
                    .expecting("1.2.840.113549.1.7.2", other.getMessage()));
            return new SignatureVerdict(List.of(), false, findings);
        } catch (IOException malformed) {
            findings.add(Finding.failed("cms.malformed", Characteristic.AUTHENTICITY, "seal.cms.malformed")
                    .expecting("", malformed.getMessage()));
            return new SignatureVerdict(List.of(), false, findings);
        }
        if (message.signers().isEmpty()) {
            findings.add(Finding.failed("cms.no-signer", Characteristic.AUTHENTICITY, "seal.cms.no-signer"));
        }
        List<SignerVerdict> signers = new ArrayList<>();
        for (SignerInfo signer : message.signers()) {
            signers.add(verifySigner(message, signer, "signer " + (signers.size() + 1), content, at, findings));
        }
        reportLeftovers(message, signers, findings);
        if (!message.der()) {
            findings.add(Finding.note("cms.not-der", Characteristic.AUTHENTICITY, "seal.cms.not-der"));
        }
        return new SignatureVerdict(signers, message.attached() != null, findings);
    }

    /** What lies inside without being needed or without being readable is covered by no signature. */
    private static void reportLeftovers(SignedMessage message, List<SignerVerdict> signers, List<Finding> findings) {
        if (message.damaged()) {
            findings.add(Finding.warning(
                    "cms.certificate-unreadable", Characteristic.AUTHENTICITY, "seal.cms.certificate-unreadable"));
        }
        if (signers.isEmpty()
                || !signers.stream()
                        .allMatch(signer ->
                                signer.trust() != null && signer.trust().trusted())) {
            return;
        }
        Set<X509Certificate> used = new HashSet<>();
        for (SignerVerdict signer : signers) {
            used.addAll(signer.trust().path());
            signer.timeStamps().stream()
                    .filter(stamp -> stamp.trust() != null)
                    .forEach(stamp -> used.addAll(stamp.trust().path()));
        }
        for (X509Certificate certificate : message.certificates()) {
            if (!used.contains(certificate)) {
                findings.add(Finding.note(
                                "cms.certificate-unused", Characteristic.AUTHENTICITY, "seal.cms.certificate-unused")
                        .expecting("", TrustJudge.name(certificate)));
            }
        }
    }

    private SignerVerdict verifySigner(
            SignedMessage message,
            SignerInfo signer,
            String place,
            SignedContent content,
            Instant at,
            List<Finding> findings)
            throws IOException {
        SignerCheck check = new SignerCheck(message, signer, place, findings);
        List<X509Certificate> known = new ArrayList<>(trust.helpers());
        known.addAll(trust.anchors());
        check.run(content, known);
        List<TimeStampVerdict> stamps = timeStamps(message, signer, place, at, findings);
        SignerVerdict mathematics =
                new SignerVerdict(check.intact(), check.certificate(), check.claimedTime(), stamps, null);
        if (check.certificate() == null) {
            return mathematics;
        }
        Optional<Instant> proven = mathematics.provenTime();
        TrustVerdict verdict = new TrustJudge(trust)
                .judge(
                        check.certificate(),
                        message.certificates(),
                        EmbeddedRevocation.of(message, signer),
                        proven.orElse(at),
                        Use.SIGNING);
        judgeTime(check, place, at, findings);
        judgeTrust(verdict, check.claimedTime(), proven.isPresent(), place, findings);
        return new SignerVerdict(check.intact(), check.certificate(), check.claimedTime(), stamps, verdict);
    }

    private List<TimeStampVerdict> timeStamps(
            SignedMessage message, SignerInfo signer, String place, Instant at, List<Finding> findings)
            throws IOException {
        ASN1Set unsigned = signer.getUnauthenticatedAttributes();
        List<TimeStampVerdict> stamps = new ArrayList<>();
        if (unsigned == null) {
            return stamps;
        }
        TimeStampVerifier verifier =
                new TimeStampVerifier(trust.helpedBy(List.of(), EmbeddedRevocation.of(message, signer)));
        SignedContent value = SignedContent.of(signer.getEncryptedDigest().getOctets());
        for (ASN1Encodable each : unsigned) {
            Attribute attribute;
            try {
                attribute = Attribute.getInstance(each);
            } catch (IllegalArgumentException malformed) {
                findings.add(Finding.failed(
                                "cms.attributes-malformed",
                                Characteristic.AUTHENTICITY,
                                "seal.cms.attributes-malformed")
                        .at(place));
                continue;
            }
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)) {
                for (ASN1Encodable token : attribute.getAttrValues()) {
                    TimeStampVerdict stamp = verifier.verify(
                            token.toASN1Primitive().getEncoded(ASN1Encoding.BER), value, message.certificates(), at);
                    stamp.findings().forEach(finding -> findings.add(finding.at(place + ", " + finding.place())));
                    stamps.add(stamp);
                }
            }
        }
        return stamps;
    }

    private static void judgeTime(SignerCheck check, String place, Instant at, List<Finding> findings) {
        Instant claimed = check.claimedTime();
        if (claimed == null) {
            return;
        }
        X509Certificate certificate = check.certificate();
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (claimed.isBefore(from) || claimed.isAfter(until)) {
            findings.add(Finding.failed(
                            "cms.signed-outside-validity",
                            Characteristic.AUTHENTICITY,
                            "seal.cms.signed-outside-validity")
                    .at(place)
                    .expecting(from + " … " + until, claimed));
        }
        if (claimed.isAfter(at.plus(CLOCKS_APART))) {
            findings.add(Finding.warning(
                            "cms.signed-in-the-future", Characteristic.AUTHENTICITY, "seal.cms.signed-in-the-future")
                    .at(place)
                    .expecting(at.toString(), claimed));
        }
    }

    private static void judgeTrust(
            TrustVerdict verdict, Instant claimed, boolean proven, String place, List<Finding> findings) {
        Finding finding = switch (verdict.standing()) {
            case TRUSTED -> null;
            case UNTRUSTED ->
                Finding.undecided("cms.signer-untrusted", Characteristic.AUTHENTICITY, "seal.cms.signer-untrusted");
            case REVOCATION_UNKNOWN ->
                Finding.undecided("cms.revocation-unknown", Characteristic.AUTHENTICITY, "seal.cms.revocation-unknown");
            case EXPIRED ->
                Finding.undecided("cms.signer-expired", Characteristic.AUTHENTICITY, "seal.cms.signer-expired");
            case REVOKED ->
                proven || claimed == null || !claimed.isBefore(verdict.revokedAt())
                        ? Finding.failed("cms.signer-revoked", Characteristic.AUTHENTICITY, "seal.cms.signer-revoked")
                        : Finding.undecided(
                                "cms.signer-revoked-since",
                                Characteristic.AUTHENTICITY,
                                "seal.cms.signer-revoked-since");
            case NOT_YET_VALID ->
                Finding.failed(
                        "cms.signer-not-yet-valid", Characteristic.AUTHENTICITY, "seal.cms.signer-not-yet-valid");
            case UNFIT -> Finding.failed("cms.signer-unfit", Characteristic.AUTHENTICITY, "seal.cms.signer-unfit");
            case BROKEN -> Finding.failed("cms.chain-broken", Characteristic.AUTHENTICITY, "seal.cms.chain-broken");
        };
        if (finding != null) {
            String when = verdict.revokedAt() == null ? "" : verdict.revokedAt().toString();
            findings.add(finding.at(place).expecting(when, verdict.about()));
            findings.addAll(verdict.remarks());
        }
    }
}
