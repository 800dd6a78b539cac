// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.guidang.packaging.core.eep.EepReading.Signature;
import org.guidang.packaging.core.eep.EepReading.SignedObject;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SignerVerdict;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;

/**
 * Proves an encapsulation that was read: the signatures over it and over every earlier package in it, the lock over its
 * signature, and that what a signature block says is what its signature says. A signature by a rule other than ours
 * cannot be judged and says so.
 */
public final class EepVerifier {

    private final EepReading reading;
    private final Trust trust;
    private final Instant at;
    private final List<Finding> findings = new ArrayList<>();

    private EepVerifier(EepReading reading, Trust trust, Instant at) {
        this.reading = reading;
        this.trust = trust;
        this.at = at;
    }

    /**
     * @param at the instant certificates are judged for where no time-stamp proves a better one
     * @return all that was found, what the reader found included
     */
    public static List<Finding> verify(EepReading reading, Trust trust, Instant at) throws IOException {
        return new EepVerifier(reading, trust, at).verify();
    }

    private List<Finding> verify() throws IOException {
        findings.addAll(reading.findings());
        for (SignedObject object : reading.objects) {
            if (object.fixity != null) {
                judgeObject(object);
            }
        }
        for (Signature signature : reading.signatures) {
            if (signature.of == null) {
                findings.add(failed("signature-of-nothing", "电子签名 " + signature.id));
            } else {
                prove(signature, signature.of.fixity, "电子签名 " + signature.id, "content-altered");
            }
        }
        for (Signature lock : reading.locks) {
            List<Signature> locked = reading.signatures.stream()
                    .filter(signature -> signature.id.equals(lock.id))
                    .toList();
            if (locked.size() != 1) {
                findings.add(failed("lock-of-nothing", "锁定签名").expecting(lock.id, locked.size()));
            } else {
                prove(lock, locked.get(0).own, "锁定签名 " + lock.id, "signature-altered");
            }
        }
        return findings.stream().distinct().toList();
    }

    private void judgeObject(SignedObject object) {
        String expected = object.modifies ? Eep.MODIFIED : Eep.ORIGINAL;
        if (!object.type.equals(expected)) {
            findings.add(failed("type-differs", object.place()).expecting(expected, object.type));
        }
        if (!object.edition.equals(Eep.EDITION) || object.depth == 1 && !reading.edition.equals(object.edition)) {
            findings.add(failed("edition-differs", object.place())
                    .expecting(Eep.EDITION, object.edition + " / " + reading.edition));
        }
        if (reading.signatures.stream().noneMatch(signature -> signature.of == object)) {
            Finding unsigned = object.depth == 1
                    ? failed("unsigned", object.place())
                    : Finding.warning("eep.unsigned", Characteristic.AUTHENTICITY, "packaging.eep.unsigned")
                            .at(object.place());
            findings.add(unsigned);
        }
    }

    private void prove(Signature signature, Fixity signed, String place, String altered) throws IOException {
        if (!signature.rule.startsWith(Eep.RULE_ID)) {
            findings.add(
                    Finding.undecided("eep.rule-unknown", Characteristic.AUTHENTICITY, "packaging.eep.rule-unknown")
                            .at(place)
                            .expecting(Eep.RULE_ID, signature.rule));
            return;
        }
        SignatureVerdict verdict = new CmsVerifier(trust)
                .verify(
                        octets(signature.result),
                        SignedContent.of(
                                new Digest(Digest.SM3, signed.sm3()), new Digest(Digest.SHA_256, signed.sha256())),
                        at);
        for (Finding finding : verdict.findings()) {
            findings.add(finding.at(place));
        }
        if (verdict.attached() || verdict.signers().size() != 1) {
            findings.add(failed("not-detached", place)
                    .expecting("1", verdict.signers().size()));
            return;
        }
        SignerVerdict signer = verdict.signers().get(0);
        if (!signer.intact()) {
            findings.add(failed(altered, place));
        }
        if (signer.certificate() != null) {
            compare(signature, signer, place);
        }
    }

    /** What stands beside the signature is not signed by it; it must say the same. */
    private void compare(Signature signature, SignerVerdict signer, String place) {
        X509Certificate certificate = signer.certificate();
        if (!signature.signer.isEmpty() && !signature.signer.equals(EepSigner.name(certificate))) {
            findings.add(failed("signer-differs", place).expecting(EepSigner.name(certificate), signature.signer));
        }
        if (signer.claimedTime() != null
                && !signature.time.isEmpty()
                && !signer.claimedTime().equals(time(signature))) {
            findings.add(failed("time-differs", place).expecting(EepSigner.time(signer.claimedTime()), signature.time));
        }
        String algorithm =
                Suite.of(certificate.getPublicKey()).map(EepSigner::algorithm).orElse("");
        if (!signature.algorithm.equals(algorithm)) {
            findings.add(failed("algorithm-differs", place).expecting(algorithm, signature.algorithm));
        }
        boolean same = false;
        try {
            same = !signature.certificates.isEmpty()
                    && Arrays.equals(certificate.getEncoded(), octets(signature.certificates.get(0)));
        } catch (CertificateEncodingException unreadable) {
            // then it is not the same
        }
        if (!same) {
            findings.add(failed("certificate-differs", place).expecting(EepSigner.name(certificate), ""));
        }
    }

    private static Instant time(Signature signature) {
        try {
            return OffsetDateTime.parse(signature.time).toInstant();
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static byte[] octets(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static Finding failed(String what, String place) {
        return Finding.failed("eep." + what, Characteristic.AUTHENTICITY, "packaging.eep." + what)
                .at(place);
    }
}
