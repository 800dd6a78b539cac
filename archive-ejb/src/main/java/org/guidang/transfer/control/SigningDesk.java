// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.control.CurrentActor;
import org.guidang.organization.control.Reauthentication;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.OutsideSignatureException;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.control.CertificateBook;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.OutsideSignature;
import org.guidang.seal.core.SigningKey;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.control.SignatureBook.Means;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the signature of a party, or takes one the person made outside: asks again who it is, has the signature over the
 * canonical text time-stamped, and only then hands it to the list. Signing and stamping run outside any transaction; what the
 * list said before is checked again when it takes the signature.
 */
@ApplicationScoped
public class SigningDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SigningDesk.class);

    @Inject
    SignatureBook book;

    @Inject
    Reauthentication reauthentication;

    @Inject
    Keys keys;

    @Inject
    CertificateBook certificates;

    @Inject
    TimeStamps timeStamps;

    @Inject
    SignOffTime signOffTime;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    /** With the key the server has for the person, who shows once more who they are. */
    public void sign(TransferListNumber number, int version, String sm3, IdentityProof proof) {
        Actor actor = currentActor.get();
        marking(number, version, () -> {
            reauthentication.check(actor.userName(), proof);
            SignatureBook.Page page = book.open(number, version, sm3);
            Instant now = now();
            SigningKey key = keys.ofPerson(actor.userName());
            byte[] cms = CmsSigner.sign(key, digest(page.text(), key), now);
            book.enter(number, stamped(number, page, actor, cms, key.certificate(), now), Means.KEY_HERE);
        });
    }

    /**
     * With a key of the person's own: the signature was made outside and shows by itself who it is of.
     *
     * @param handedIn detached CMS over the text of that version, DER or PEM
     * @throws OutsideSignatureException naming all that speaks against it
     */
    public void sign(TransferListNumber number, int version, String sm3, byte[] handedIn) {
        Actor actor = currentActor.get();
        marking(number, version, () -> {
            reauthentication.requireFree(actor.userName());
            SignatureBook.Page page = book.open(number, version, sm3);
            Instant now = now();
            OutsideSignature.Judged judged = new OutsideSignature(keys.installation(), now)
                    .judge(
                            handedIn,
                            page.octets(),
                            page.since(),
                            certificate -> certificates.isOf(actor.userName(), certificate));
            reauthentication.count(actor.userName(), judged.accepted());
            if (!judged.accepted()) {
                throw new OutsideSignatureException(judged.findings());
            }
            // What verifies the paper compares the time printed with the time signed.
            Instant at = judged.signedAt() == null ? now : judged.signedAt();
            Signed signed = stamped(number, page, actor, judged.cms(), judged.certificate(), at);
            if (!OutsideSignature.same(judged.cms(), Base64.getDecoder().decode(signed.cms()), page.octets())) {
                throw new OutsideSignatureException(List.of(OutsideSignature.notKept()));
            }
            book.enter(number, signed, Means.OWN_CERTIFICATE);
        });
    }

    private interface Act {
        void run() throws IOException, GeneralSecurityException;
    }

    /** A refusal leaves its mark, because somebody tried. */
    private void marking(TransferListNumber number, int version, Act act) {
        try {
            act.run();
        } catch (BusinessRuleException refused) {
            book.refused(number, version, refused.key());
            throw refused;
        } catch (IOException | GeneralSecurityException notSigned) {
            throw new IllegalStateException("signature under " + number.value(), notSigned);
        }
    }

    private Signed stamped(
            TransferListNumber number,
            SignatureBook.Page page,
            Actor actor,
            byte[] cms,
            X509Certificate certificate,
            Instant at)
            throws IOException, GeneralSecurityException {
        Optional<byte[]> token = stamp(number, imprint(cms));
        byte[] complete = token.isPresent() ? CmsSigner.withTimeStamp(cms, token.get()) : cms;
        Base64.Encoder base64 = Base64.getEncoder();
        return new Signed(
                page.party(),
                actor.userName(),
                actor.displayName(),
                actor.organization(),
                page.organizationName(),
                certificate.getSubjectX500Principal().getName(),
                page.version(),
                page.text().sm3(),
                base64.encodeToString(complete),
                token.map(base64::encodeToString).orElse(null),
                at);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Empty when no authority answers now and the policy lets the signature stand; its time-stamp is owed then
     * (待补时间戳).
     */
    private Optional<byte[]> stamp(TransferListNumber number, Digest imprint) {
        try {
            return Optional.of(timeStamps.stamp(imprint));
        } catch (TimeStampUnavailableException owed) {
            if (signOffTime.isRequired()) {
                throw new TimeStampUnavailableException(
                        "transfer.sign.no-time-stamp",
                        number.value(),
                        owed.arguments().isEmpty()
                                ? owed.key()
                                : owed.arguments().get(0));
            }
            LOG.warn("signature without time-stamp: {}", owed.getMessage());
            return Optional.empty();
        }
    }

    private static Digest digest(Fixity text, SigningKey key) {
        String algorithm = key.suite().digest();
        return new Digest(algorithm, algorithm.equals(Digest.SM3) ? text.sm3() : text.sha256());
    }

    /** CAdES signature-time-stamp: over the signature value. */
    static Digest imprint(byte[] cms) throws IOException, GeneralSecurityException {
        String algorithm = SigningSealer.suiteOf(cms).digest();
        return Digest.of(algorithm, Cryptography.digest(algorithm).digest(CmsSigner.signatureValue(cms)));
    }
}
