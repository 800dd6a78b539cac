// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.security.cert.X509Certificate;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.ses.SealSignature;
import org.guidang.shared.Characteristic;

/**
 * The signer's signature verifies over TBS_Sign and the maker's over the seal, each exactly as they were encoded
 * (GB/T 38540-2020 6.2, 7.2).
 */
final class SignatureValue implements SealStep {

    /** An OFD library of wide use writes this where SM2-with-SM3, 1.2.156.10197.1.501, belongs. */
    private static final String MISSPELT_SM2_WITH_SM3 = "1.2.156.10197.501";

    @Override
    public void examine(SealCase seal) {
        seal.sealed().ifPresent(data -> {
            seal.signer()
                    .ifPresent(signer -> verify(
                            seal, "seal.value.signer", signer, data.algorithm(), data.signed(), data.signature()));
            seal.maker()
                    .ifPresent(maker -> verify(
                            seal,
                            "seal.value.maker",
                            maker,
                            data.seal().algorithm(),
                            data.seal().signedByMaker(),
                            data.seal().makerSignature()));
        });
    }

    private static void verify(
            SealCase seal, String code, X509Certificate certificate, String algorithm, byte[] signed, byte[] value) {
        String oid = algorithm;
        if (algorithm.equals(MISSPELT_SM2_WITH_SM3)) {
            oid = Cryptography.SM2_WITH_SM3.getId();
            seal.report()
                    .warning(
                            "seal.value.algorithm-misspelt", Characteristic.AUTHENTICITY, seal.place(), oid, algorithm);
        }
        if (!SealSignature.verifies(certificate, oid, signed, value)) {
            seal.report().failed(code, Characteristic.AUTHENTICITY, seal.place(), oid, subject(certificate));
        }
    }

    static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
