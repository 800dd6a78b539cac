// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;

/**
 * Verifies time-stamp tokens (RFC 3161, RFC 5816; GM/T 0033 with SM2 and SM3): one signer, imprint, purpose of the
 * certificate, its path at the stated time, ESS certificate id. A token whose authority expired or was revoked after
 * the stated time is judged as RFC 3161 section 4 says.
 */
public final class TimeStampVerifier {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Trust trust;

    public TimeStampVerifier(Trust trust) {
        this.trust = trust;
    }

    /** The token inside a response (.tsr), or the octets themselves when they are a token already. */
    public static byte[] tokenOf(byte[] responseOrToken) throws IOException {
        try {
            ASN1Sequence outer = ASN1Sequence.getInstance(Asn1.read(responseOrToken));
            if (outer.size() > 0 && outer.getObjectAt(0) instanceof ASN1Sequence) {
                TimeStampResp response = TimeStampResp.getInstance(outer);
                if (response.getTimeStampToken() == null) {
                    throw new IOException("status " + statusOf(response) + ", no token");
                }
                return response.getTimeStampToken().getEncoded(ASN1Encoding.BER);
            }
            return responseOrToken;
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    /**
     * Verifies the answer to a query: status, nonce, imprint and policy besides all that {@link #verify} looks at.
     *
     * @param at now
     */
    public TimeStampVerdict verifyResponse(byte[] response, TimeStampQuery query, Instant at) throws IOException {
        byte[] token;
        try {
            TimeStampResp read = TimeStampResp.getInstance(Asn1.read(response));
            int status = statusOf(read);
            if (status > 1) {
                return none(Finding.failed("timestamp.refused", Characteristic.AUTHENTICITY, "seal.timestamp.refused")
                        .expecting("0", status));
            }
            token = tokenOf(response);
        } catch (IOException | RuntimeException malformed) {
            return malformed(malformed);
        }
        TimeStampVerdict verdict = verify(token, SignedContent.of(query.imprint()), at);
        List<Finding> findings = new ArrayList<>(verdict.findings());
        if (!query.nonce().equals(verdict.nonce())) {
            findings.add(Finding.failed("timestamp.nonce", Characteristic.AUTHENTICITY, "seal.timestamp.nonce")
                    .expecting(query.nonce().toString(16), String.valueOf(verdict.nonce())));
        }
        if (!query.imprint().equals(verdict.imprint())
                && findings.stream().noneMatch(finding -> finding.code().equals("timestamp.imprint"))) {
            findings.add(Finding.failed("timestamp.imprint", Characteristic.INTEGRITY, "seal.timestamp.imprint")
                    .expecting(query.imprint().toString(), String.valueOf(verdict.imprint())));
        }
        if (query.policy() != null && !query.policy().equals(verdict.policy())) {
            findings.add(Finding.failed("timestamp.policy", Characteristic.AUTHENTICITY, "seal.timestamp.policy")
                    .expecting(query.policy(), verdict.policy()));
        }
        return new TimeStampVerdict(
                verdict.intact(),
                verdict.time(),
                verdict.imprint(),
                verdict.policy(),
                verdict.serial(),
                verdict.nonce(),
                verdict.signer(),
                verdict.trust(),
                findings);
    }

    public TimeStampVerdict verify(byte[] token, SignedContent content, Instant at) throws IOException {
        return verify(token, content, List.of(), at);
    }

    /**
     * @param token ContentInfo of the token; a whole response is taken too
     * @param content what was stamped
     * @param others certificates from around the token
     * @param at now, or the instant as of which is judged
     * @throws IOException when the content cannot be read; a bad token is a finding
     */
    public TimeStampVerdict verify(byte[] token, SignedContent content, Collection<X509Certificate> others, Instant at)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        SignedMessage message;
        TSTInfo info;
        Instant time;
        try {
            message = SignedMessage.read(tokenOf(token));
            if (!message.contentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo) || message.attached() == null) {
                return none(Finding.failed("timestamp.no-token", Characteristic.AUTHENTICITY, "seal.timestamp.no-token")
                        .expecting(
                                PKCSObjectIdentifiers.id_ct_TSTInfo.getId(),
                                message.contentType().getId()));
            }
            info = TSTInfo.getInstance(Asn1.read(message.attached()));
            time = info.getGenTime().getDate().toInstant();
        } catch (IOException | ParseException | RuntimeException malformed) {
            return malformed(malformed);
        }
        if (message.signers().size() != 1) {
            findings.add(Finding.failed("timestamp.signers", Characteristic.AUTHENTICITY, "seal.timestamp.signers")
                    .at("time-stamp")
                    .expecting("1", message.signers().size()));
            return verdict(false, time, null, info, null, null, findings);
        }
        Digest imprint = compareImprint(info, content, findings);
        SignerCheck check = new SignerCheck(message, message.signers().get(0), "time-stamp", findings);
        List<X509Certificate> known = new ArrayList<>(others);
        known.addAll(trust.helpers());
        known.addAll(trust.anchors());
        check.run(SignedContent.absent(), known);
        if (!EssCertificate.stated(check::attribute)) {
            findings.add(Finding.failed(
                            "timestamp.certificate-not-named",
                            Characteristic.AUTHENTICITY,
                            "seal.timestamp.certificate-not-named")
                    .at("time-stamp"));
        }
        if (time.isAfter(at.plus(CLOCKS_APART))) {
            findings.add(Finding.failed("timestamp.future", Characteristic.AUTHENTICITY, "seal.timestamp.future")
                    .at("time-stamp")
                    .expecting(at.toString(), time));
        }
        TrustVerdict standing = null;
        if (check.certificate() != null) {
            List<X509Certificate> beside = new ArrayList<>(message.certificates());
            beside.addAll(others);
            standing = new TimeStampTrust(trust, message, beside).judge(check.certificate(), time, at, findings);
        }
        return verdict(check.intact(), time, imprint, info, check.certificate(), standing, findings);
    }

    private static Digest compareImprint(TSTInfo info, SignedContent content, List<Finding> findings)
            throws IOException {
        byte[] stated = info.getMessageImprint().getHashedMessage();
        try {
            String algorithm = Cryptography.digestName(
                    info.getMessageImprint().getHashAlgorithm().getAlgorithm());
            if (Cryptography.isWeak(algorithm)) {
                findings.add(Finding.warning(
                                "timestamp.imprint-weak", Characteristic.INTEGRITY, "seal.timestamp.imprint-weak")
                        .at("time-stamp")
                        .expecting("", algorithm));
            }
            Digest imprint = Digest.of(algorithm, stated);
            Optional<byte[]> found = content.digest(algorithm);
            if (found.isEmpty()) {
                findings.add(Finding.undecided(
                                "timestamp.content-absent", Characteristic.INTEGRITY, "seal.timestamp.content-absent")
                        .at("time-stamp")
                        .expecting(imprint.toString(), ""));
            } else if (!Arrays.equals(stated, found.get())) {
                findings.add(Finding.failed("timestamp.imprint", Characteristic.INTEGRITY, "seal.timestamp.imprint")
                        .at("time-stamp")
                        .expecting(imprint.toString(), Digest.of(algorithm, found.get())));
            }
            return imprint;
        } catch (NoSuchAlgorithmException | IllegalArgumentException unknown) {
            findings.add(Finding.undecided(
                            "timestamp.imprint-unknown", Characteristic.INTEGRITY, "seal.timestamp.imprint-unknown")
                    .at("time-stamp")
                    .expecting("", unknown.getMessage()));
            return null;
        }
    }

    private static int statusOf(TimeStampResp response) {
        return new BigInteger(response.getStatus().getStatus().toString()).intValue();
    }

    private static TimeStampVerdict malformed(Exception cause) {
        return none(Finding.failed("timestamp.malformed", Characteristic.AUTHENTICITY, "seal.timestamp.malformed")
                .expecting("", cause.getMessage()));
    }

    private static TimeStampVerdict none(Finding finding) {
        return new TimeStampVerdict(false, null, null, null, null, null, null, null, List.of(finding.at("time-stamp")));
    }

    private static TimeStampVerdict verdict(
            boolean intact,
            Instant time,
            Digest imprint,
            TSTInfo info,
            X509Certificate signer,
            TrustVerdict trust,
            List<Finding> findings) {
        ASN1Integer nonce = info.getNonce();
        return new TimeStampVerdict(
                intact,
                time,
                imprint,
                info.getPolicy().getId(),
                info.getSerialNumber().getValue(),
                nonce == null ? null : nonce.getValue(),
                signer,
                trust,
                findings);
    }
}
