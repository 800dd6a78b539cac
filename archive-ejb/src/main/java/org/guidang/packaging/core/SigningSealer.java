// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Objects;
import javax.security.auth.x500.X500Principal;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SignerVerdict;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.revocation.RevocationCollector;
import org.guidang.seal.core.revocation.RevocationSource;
import org.guidang.shared.Digest;

/**
 * Signs with the window's key (GB/T 35275 for SM2, RFC 5652 otherwise) and asks a time-stamp authority for a token over
 * the octets of the signature file, so that {@code openssl ts -verify -data manifest.p7s -in manifest.tst -token_in} says
 * the same as we. When no authority answers, the package is fixed without a token: a stamp of our own making would prove
 * nothing.
 */
public final class SigningSealer implements ManifestSealer {

    /** Stamps nothing now: the time comes later, for many packages at once. */
    public static final TimeStampAuthority LATER = new TimeStampAuthority() {
        @Override
        public byte[] stamp(Digest imprint) {
            throw new TimeStampUnavailableException("seal.authority.later");
        }

        @Override
        public boolean demonstration() {
            return false;
        }
    };

    private final SigningKey key;
    private final TimeStampAuthority authority;
    private final Instant signingTime;
    private final RevocationSource revocation;

    public SigningSealer(SigningKey key, TimeStampAuthority authority, Instant signingTime) {
        this(key, authority, signingTime, RevocationSource.NONE);
    }

    /** @param revocation asked for what shows that the signer was not revoked, which then lies inside the signature */
    public SigningSealer(
            SigningKey key, TimeStampAuthority authority, Instant signingTime, RevocationSource revocation) {
        this.key = key;
        this.authority = authority;
        this.signingTime = signingTime;
        this.revocation = revocation;
    }

    @Override
    public Seal seal(byte[] manifest) throws IOException, GeneralSecurityException {
        Suite suite = key.suite();
        byte[] signature = CmsSigner.sign(
                key,
                digest(manifest, suite),
                signingTime,
                suite == Suite.SM2_SM3 ? CmsSigner.Form.GBT_35275 : CmsSigner.Form.CMS,
                RevocationCollector.collect(key.chain(), revocation));
        String signer = key.certificate().getSubjectX500Principal().getName(X500Principal.RFC2253);
        try {
            byte[] token = authority.stamp(digest(signature, suite));
            return new Seal(signature, signer, token, timeOf(token, signature, signingTime));
        } catch (TimeStampUnavailableException pending) {
            return new Seal(signature, signer, null, null);
        }
    }

    /** The digest that a time-stamp over these octets carries, by the suite of the signature. */
    public static Digest digest(byte[] octets, Suite suite) throws IOException {
        try {
            return Digest.of(suite.digest(), Cryptography.digest(suite.digest()).digest(octets));
        } catch (NoSuchAlgorithmException absent) {
            throw new IOException(absent);
        }
    }

    /** The time a token or an evidence record states; the authority's port has verified it before. */
    public static Instant timeOf(byte[] proof, byte[] signature, Instant now) throws IOException {
        return LateTime.verify(proof, signature, Trust.none(), now).time();
    }

    /** The suite a signature was made by. */
    public static Suite suiteOf(byte[] signature) throws IOException {
        return new CmsVerifier(Trust.none())
                .verify(signature, SignedContent.absent(), Instant.EPOCH).signers().stream()
                        .map(SignerVerdict::certificate)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .flatMap(certificate -> Suite.of(certificate.getPublicKey()))
                        .orElseThrow(() -> new IOException("signature without a certificate we know"));
    }
}
