// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SignerVerdict;
import org.guidang.seal.core.Trust;
import org.guidang.shared.core.FixityMeter;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;

/**
 * The signatures of both parties over the canonical text, with their time-stamps: each is verified, what is stated beside it
 * has to agree with it, and the two have to be of two people. One signature alone counts for nothing.
 */
final class SignatureProof {

    private final Trust trust;
    private final Instant at;
    private final ProofFindings findings;
    private final Map<Party, X509Certificate> signers = new EnumMap<>(Party.class);

    SignatureProof(Trust trust, Instant at, ProofFindings findings) {
        this.trust = trust;
        this.at = at;
        this.findings = findings;
    }

    /** @return the signatures as they really are: with a token only where there is one, at the time signed */
    List<Signed> verify(PresentedList list, byte[] text) throws IOException {
        List<Signed> real = new ArrayList<>();
        for (Party party : Party.values()) {
            List<Signed> given = list.signatures().stream()
                    .filter(signed -> signed.party() == party)
                    .toList();
            String place = ListAttachments.signature(party);
            if (given.isEmpty()) {
                missing(list, place);
            } else if (given.size() > 1) {
                findings.failed("transfer.proof.signature-differs", place, 1, given.size());
            } else {
                compare(given.get(0), list, text, place);
                real.add(verify(given.get(0), text, place));
            }
        }
        X509Certificate window = signers.get(Party.WINDOW);
        if (window != null && window.equals(signers.get(Party.AGENCY))) {
            findings.failed(
                    "transfer.proof.same-signer",
                    "",
                    "",
                    window.getSubjectX500Principal().getName());
        }
        return real;
    }

    /** What a form says of a signature that is neither in it nor for reading only; XML says less and leaves it empty. */
    private void compare(Signed stated, PresentedList list, byte[] text, String place) {
        String organization = stated.party() == Party.WINDOW ? list.window() : list.agency();
        if (!stated.organization().isEmpty()) {
            findings.same(
                    "transfer.proof.signature-differs", place + ", organization", organization, stated.organization());
        }
        if (!stated.sm3().isEmpty()) {
            findings.same(
                    "transfer.proof.signature-differs",
                    place + ", SM3",
                    FixityMeter.measure(text).sm3(),
                    stated.sm3());
        }
    }

    private void missing(PresentedList list, String place) {
        if (list.isReceipt()) {
            findings.failed("transfer.proof.signature-missing", place, 1, 0);
        } else {
            findings.undecided("transfer.proof.signature-missing", place, 1, 0);
        }
    }

    private Signed verify(Signed stated, byte[] text, String place) throws IOException {
        byte[] cms;
        try {
            cms = Base64.getMimeDecoder().decode(stated.cms());
        } catch (IllegalArgumentException malformed) {
            findings.failed("transfer.proof.signature-differs", place, "Base64", malformed.getMessage());
            return stated;
        }
        SignatureVerdict verdict = new CmsVerifier(trust).verify(cms, SignedContent.of(text), at);
        findings.take(verdict.findings(), place);
        if (verdict.signers().size() != 1) {
            findings.same(
                    "transfer.proof.signature-differs",
                    place,
                    1,
                    verdict.signers().size());
            return stated;
        }
        SignerVerdict signer = verdict.signers().get(0);
        if (verdict.attached()) {
            findings.failed("transfer.proof.signature-differs", place, "detached", "attached");
        }
        boolean stamped = !signer.timeStamps().isEmpty();
        if (!stamped) {
            findings.undecided("transfer.proof.time-stamp-pending", place, "RFC 3161", "");
        }
        if (stated.token() == null && stamped) {
            findings.failed("transfer.proof.signature-differs", place + ", time-stamp", "RFC 3161", "");
        }
        compare(stated, signer, place);
        return new Signed(
                stated.party(),
                stated.userName(),
                stated.displayName(),
                stated.organization(),
                stated.organizationName(),
                stated.certificate(),
                stated.listVersion(),
                stated.sm3(),
                stated.cms(),
                stamped ? "" : null,
                stated.at());
    }

    /** Names and times beside a signature are signed by nobody; they count only as far as the certificate bears them. */
    private void compare(Signed stated, SignerVerdict signer, String place) {
        if (signer.certificate() == null) {
            return;
        }
        signers.put(stated.party(), signer.certificate());
        String subject = signer.certificate().getSubjectX500Principal().getName();
        findings.same("transfer.proof.signature-differs", place + ", certificate", subject, stated.certificate());
        if (!subject.contains(stated.displayName())) {
            findings.warned("transfer.proof.signer-name", place, subject, stated.displayName());
        }
        if (signer.claimedTime() != null) {
            findings.same(
                    "transfer.proof.signature-differs",
                    place + ", time",
                    signer.claimedTime().truncatedTo(ChronoUnit.SECONDS),
                    stated.at().truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
