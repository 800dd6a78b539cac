// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.ses.SealSignatureData;
import org.guidang.seal.core.ses.SignerList;
import org.guidang.seal.core.ses.SignerList.CertificateDigest;
import org.guidang.shared.Characteristic;

/** The signer's certificate is in the seal's list, whole or by digest (GB/T 38540-2020 6.2 certList). */
final class SignerListed implements SealStep {

    @Override
    public void examine(SealCase seal) {
        seal.sealed().ifPresent(data -> {
            SignerList list = data.seal().signers();
            boolean listed = list.certificates().stream().anyMatch(one -> Arrays.equals(one, data.certificate()))
                    || list.digests().stream().anyMatch(digest -> matches(digest, data));
            if (!listed) {
                seal.report()
                        .failed(
                                "seal.signer.not-listed",
                                Characteristic.AUTHENTICITY,
                                seal.place(),
                                String.valueOf(list.certificates().size()
                                        + list.digests().size()),
                                seal.signer().map(SignatureValue::subject).orElse(""));
            }
        });
    }

    private static boolean matches(CertificateDigest digest, SealSignatureData data) {
        try {
            String name = digest.algorithm().matches("[0-9.]+")
                    ? Cryptography.digestName(new ASN1ObjectIdentifier(digest.algorithm()))
                    : digest.algorithm().toUpperCase(Locale.ROOT);
            if (Cryptography.isWeak(name)) {
                return false;
            }
            return Arrays.equals(Cryptography.digest(name).digest(data.certificate()), digest.value());
        } catch (NoSuchAlgorithmException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
