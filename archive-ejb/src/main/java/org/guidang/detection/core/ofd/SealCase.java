// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.ses.SealSignatureData;

/**
 * One signature under verification: what was read of it, and what the steps so far have learnt. Steps never stop one
 * another; each says what it can.
 */
final class SealCase {

    private final OfdParts parts;
    private final OfdReport report;
    private final SignatureFile file;
    private final List<String> laterSignatures;
    private final List<String> verified = new ArrayList<>();
    private SealSignatureData sealed;
    private X509Certificate signer;
    private X509Certificate maker;
    private Instant claimedTime;
    private Instant provenTime;
    private TrustVerdict trust;

    /** @param laterSignatures Signature.xml of those that Signatures.xml lists after this one */
    SealCase(OfdParts parts, OfdReport report, SignatureFile file, List<String> laterSignatures) {
        this.parts = parts;
        this.report = report;
        this.file = file;
        this.laterSignatures = List.copyOf(laterSignatures);
    }

    OfdParts parts() {
        return parts;
    }

    OfdPackage pack() {
        return parts.pack();
    }

    OfdReport report() {
        return report;
    }

    SignatureFile file() {
        return file;
    }

    /** The place for findings about the signature as a whole. */
    String place() {
        return file.part();
    }

    List<String> laterSignatures() {
        return laterSignatures;
    }

    /** A protected part turned out unchanged. */
    void verified(String part) {
        verified.add(part);
    }

    List<String> verified() {
        return verified;
    }

    void read(SealSignatureData data) {
        sealed = data;
        claimedTime = data.time().orElse(null);
    }

    /** The seal signature; empty for a signature without a seal. */
    Optional<SealSignatureData> sealed() {
        return Optional.ofNullable(sealed);
    }

    void signer(X509Certificate certificate) {
        signer = certificate;
    }

    Optional<X509Certificate> signer() {
        return Optional.ofNullable(signer);
    }

    void maker(X509Certificate certificate) {
        maker = certificate;
    }

    Optional<X509Certificate> maker() {
        return Optional.ofNullable(maker);
    }

    void claims(Instant time) {
        claimedTime = time;
    }

    void proves(Instant time) {
        provenTime = time;
    }

    Optional<Instant> claimedTime() {
        return Optional.ofNullable(claimedTime);
    }

    Optional<Instant> provenTime() {
        return Optional.ofNullable(provenTime);
    }

    /** The instant validity is judged for: proven, else claimed, else that of the examination. */
    Instant time() {
        return provenTime().or(this::claimedTime).orElse(report.examination().at());
    }

    void trust(TrustVerdict verdict) {
        trust = verdict;
    }

    Optional<TrustVerdict> trust() {
        return Optional.ofNullable(trust);
    }
}
