// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.TrustJudge;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.TrustVerdict.Standing;
import org.guidang.seal.core.Use;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * Judges a seal by itself, as it lies in a file, for being used at an instant (GB/T 38540-2020 6.2, 8): its maker's
 * signature verifies, the maker is trusted as a maker of seals, the seal was made before that instant and is valid then,
 * it lists somebody who uses it, and its picture can be read. Only what passes all of it gives its picture; undecided is
 * no.
 */
public final class SealObjectCheck {

    /** Octets of a seal file. */
    public static final int LARGEST = 2 << 20;

    private final Trust trust;

    public SealObjectCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * @param seal as read; null when it could not be
     * @param picture null unless nothing speaks against the seal
     * @param findings against it
     */
    public record Judged(ElectronicSealData seal, DrawnSeal picture, List<Finding> findings) {

        public Judged {
            findings = List.copyOf(findings);
        }

        public boolean accepted() {
            return picture != null;
        }
    }

    /**
     * @param usedAt when something was signed under the seal
     * @param users certificates of those who sign: of the organization, of the person; one of them has to be listed
     */
    public Judged judge(byte[] octets, Instant usedAt, Collection<X509Certificate> users) {
        List<Finding> findings = new ArrayList<>();
        ElectronicSealData seal;
        X509Certificate maker;
        try {
            if (octets.length > LARGEST) {
                throw new MalformedSealException(LARGEST, "> " + LARGEST);
            }
            seal = SealReader.read(octets);
            DerGuard.check(seal.makerCertificate(), false);
            maker = Cryptography.certificate(seal.makerCertificate());
        } catch (MalformedSealException | CertificateException | RuntimeException malformed) {
            findings.add(failed("malformed", "", String.valueOf(malformed.getMessage())));
            return new Judged(null, null, findings);
        }
        if (!SealSignature.verifies(maker, seal.algorithm(), seal.signedByMaker(), seal.makerSignature())) {
            findings.add(failed("maker-signature", seal.algorithm(), name(maker)));
        }
        maker(maker, seal.created(), usedAt, findings);
        seal.timeStamp().ifPresent(token -> timeStamp(seal, token, usedAt, findings));
        if (usedAt.isBefore(seal.created())) {
            findings.add(failed("made-later", "<= " + usedAt, seal.created()));
        }
        if (usedAt.isBefore(seal.validFrom()) || usedAt.isAfter(seal.validTo())) {
            findings.add(failed("outside-validity", seal.validFrom() + " – " + seal.validTo(), usedAt));
        }
        if (users.stream().noneMatch(user -> listed(seal, user))) {
            findings.add(failed(
                    "user-not-listed", users.stream().map(SealObjectCheck::name).toList(), seal.name()));
        }
        Optional<DrawnSeal> picture = PictureReader.read(seal.picture());
        if (picture.isEmpty()) {
            SealPicture written = seal.picture();
            findings.add(failed(
                    "picture",
                    "PNG, GIF, BMP, JPG",
                    written.type() + " " + written.widthMillimetres() + " x " + written.heightMillimetres() + " mm"));
        }
        return new Judged(seal, Outcome.of(findings) == Outcome.PASSED ? picture.orElse(null) : null, findings);
    }

    /** Good when the seal was made; and not revoked since, for who has a stolen key dates a seal as he likes. */
    private void maker(X509Certificate maker, Instant created, Instant usedAt, List<Finding> findings) {
        TrustJudge judge = new TrustJudge(trust);
        TrustVerdict then = judge.judge(maker, List.of(), created, Use.SEAL_MAKING);
        if (!then.trusted()) {
            findings.add(failed("maker", then.standing(), then.about()));
            findings.addAll(then.remarks());
            return;
        }
        Instant latest = maker.getNotAfter().toInstant();
        TrustVerdict since = judge.judge(maker, List.of(), usedAt.isAfter(latest) ? latest : usedAt, Use.SEAL_MAKING);
        if (since.standing() == Standing.REVOKED) {
            findings.add(failed("maker", since.standing(), since.about()));
        }
    }

    /** GM/T 0031-2025: over the maker's signature; one that is there has to be good. */
    private void timeStamp(ElectronicSealData seal, byte[] token, Instant usedAt, List<Finding> findings) {
        try {
            TimeStampVerdict verdict =
                    new TimeStampVerifier(trust).verify(token, SignedContent.of(seal.makerSignature()), usedAt);
            if (!verdict.proves()) {
                findings.add(failed("time-stamp", "RFC 3161", verdict.time()));
            }
        } catch (IOException contentIsInMemory) {
            throw new UncheckedIOException(contentIsInMemory);
        }
    }

    private static boolean listed(ElectronicSealData seal, X509Certificate user) {
        try {
            return seal.signers().names(user.getEncoded());
        } catch (CertificateEncodingException wasReadFromOctets) {
            throw new IllegalStateException(wasReadFromOctets);
        }
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static Finding failed(String what, Object expected, Object found) {
        return Finding.failed("seal-object." + what, Characteristic.AUTHENTICITY, "seal.object." + what)
                .expecting(String.valueOf(expected), found);
    }
}
