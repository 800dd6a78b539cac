// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * Judges a signature a person made outside the server, with a device or a program that is not ours: a detached CMS over
 * exactly the octets that were shown, by one signer, whose certificate is theirs and, now, trusted, fit for signing, in
 * force and not revoked. All that speaks against it is told at once; undecided is no.
 *
 * <p>The signing time is the signer's claim. It is held against what is known: the text did not exist before it was
 * fixed, and a clock that is more than five minutes ahead is wrong.
 */
public final class OutsideSignature {

    /** Octets of what is handed in: a signature with its chain and lists has some thousands. */
    public static final int LARGEST = 256 * 1024;

    static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String FILE = "p7s";

    private final Trust trust;
    private final Instant now;

    /** @param now the instant everything is judged for */
    public OutsideSignature(Trust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    /**
     * @param cms the signature in DER or BER, out of its PEM; null when there is none in what was handed in
     * @param certificate of the signer; null when there is none
     * @param signedAt as the signer claims; null when the signature says nothing
     * @param findings against it, and warnings; without those that are merely worth knowing
     */
    public record Judged(byte[] cms, X509Certificate certificate, Instant signedAt, List<Finding> findings) {

        public Judged {
            findings = List.copyOf(findings);
        }

        public boolean accepted() {
            return Outcome.of(findings) == Outcome.PASSED;
        }
    }

    /**
     * @param handedIn one CMS, DER or PEM, at most {@link #LARGEST} octets
     * @param text the octets that were shown to be signed
     * @param since when that text was fixed
     * @param theirs whether a certificate is registered for the person at work
     */
    public Judged judge(byte[] handedIn, byte[] text, Instant since, Predicate<X509Certificate> theirs)
            throws IOException {
        List<byte[]> blocks = CertificateFile.blocks(handedIn);
        if (handedIn.length > LARGEST || blocks.size() != 1) {
            String found = handedIn.length > LARGEST ? handedIn.length + " octets" : blocks.size() + " CMS";
            return new Judged(null, null, null, List.of(failed("unreadable", "1 CMS, <= " + LARGEST, found)));
        }
        byte[] cms = blocks.get(0);
        SignatureVerdict verdict = new CmsVerifier(trust).verify(cms, SignedContent.of(text), now);
        List<Finding> findings = new ArrayList<>();
        verdict.findings().stream()
                .filter(finding -> finding.level() != Level.NOTE)
                .forEach(finding -> findings.add(finding.in(FILE)));
        if (verdict.attached()) {
            findings.add(failed("attached", "detached", "attached"));
        }
        if (verdict.signers().size() != 1) {
            findings.add(failed("signers", "1", verdict.signers().size()));
            return new Judged(cms, null, null, findings);
        }
        SignerVerdict signer = verdict.signers().get(0);
        if (signer.certificate() != null) {
            certificate(signer, theirs, findings);
        }
        time(signer.claimedTime(), since, findings);
        return new Judged(cms, signer.certificate(), signer.claimedTime(), findings);
    }

    private void certificate(SignerVerdict signer, Predicate<X509Certificate> theirs, List<Finding> findings) {
        X509Certificate certificate = signer.certificate();
        if (!theirs.test(certificate)) {
            findings.add(failed("not-theirs", "", TrustJudge.name(certificate)));
        }
        // A time-stamp brought along may show that it was good once; who signs now has to be good now.
        if (signer.provenTime().isPresent()) {
            TrustVerdict today =
                    new TrustJudge(trust).judge(certificate, signer.trust().path(), now, Use.SIGNING);
            if (!today.trusted()) {
                findings.add(failed("not-good-now", "", today.about()));
            }
        }
    }

    private void time(Instant claimed, Instant since, List<Finding> findings) {
        if (claimed == null) {
            return;
        }
        // Signing times have whole seconds.
        Instant earliest = since.truncatedTo(ChronoUnit.SECONDS);
        if (claimed.isBefore(earliest)) {
            findings.add(failed("too-early", earliest, claimed));
        }
        if (claimed.isAfter(now.plus(AHEAD))) {
            findings.add(failed("too-late", now.plus(AHEAD).truncatedTo(ChronoUnit.SECONDS), claimed));
        }
    }

    /** Whether a signature, written anew with its time-stamp, still is the one that was judged. */
    public static boolean same(byte[] before, byte[] after, byte[] text) throws IOException {
        CmsVerifier mathematics = new CmsVerifier(Trust.none());
        SignatureVerdict kept = mathematics.verify(after, SignedContent.of(text), Instant.EPOCH);
        return kept.intact()
                && kept.signers().size() == 1
                && Arrays.equals(CmsSigner.signatureValue(before), CmsSigner.signatureValue(after));
    }

    /** What is said when the time-stamp cannot be added without changing the signature. */
    public static Finding notKept() {
        return failed("not-kept", "DER", "");
    }

    private static Finding failed(String what, Object expected, Object found) {
        return Finding.failed("outside." + what, Characteristic.AUTHENTICITY, "seal.outside." + what)
                .in(FILE)
                .expecting(String.valueOf(expected), found);
    }
}
