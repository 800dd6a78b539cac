// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** What RFC 5652 5.1 and 5.3 fix but no signature covers: versions, declared digests, parameters. Warnings only. */
final class SignerStructure {

    private SignerStructure() {}

    static List<Finding> examine(SignedMessage message, SignerInfo signer) {
        List<Finding> findings = new ArrayList<>();
        boolean byKeyId = signer.getSID().getId() instanceof ASN1OctetString;
        int version = signer.getVersion().intValueExact();
        if (version != (byKeyId ? 3 : 1)) {
            findings.add(Finding.warning("cms.version", Characteristic.AUTHENTICITY, "seal.cms.version")
                    .expecting(byKeyId ? "3" : "1", version));
        }
        if (!message.knownVersion()) {
            findings.add(Finding.warning("cms.version", Characteristic.AUTHENTICITY, "seal.cms.version")
                    .expecting("1, 3, 4, 5", message.data().getVersion()));
        }
        ASN1ObjectIdentifier digest = signer.getDigestAlgorithm().getAlgorithm();
        boolean declared = false;
        for (ASN1Encodable each : message.data().getDigestAlgorithms()) {
            declared |= AlgorithmIdentifier.getInstance(each).getAlgorithm().equals(digest);
        }
        if (!declared) {
            findings.add(Finding.warning(
                            "cms.digest-not-declared", Characteristic.AUTHENTICITY, "seal.cms.digest-not-declared")
                    .expecting("", digest.getId()));
        }
        if (!plain(signer.getDigestAlgorithm())
                || !plain(signer.getDigestEncryptionAlgorithm())
                        && !PKCSObjectIdentifiers.id_RSASSA_PSS.equals(
                                signer.getDigestEncryptionAlgorithm().getAlgorithm())) {
            findings.add(Finding.warning(
                    "cms.algorithm-parameters", Characteristic.AUTHENTICITY, "seal.cms.algorithm-parameters"));
        }
        return findings;
    }

    private static boolean plain(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null
                || DERNull.INSTANCE.equals(algorithm.getParameters().toASN1Primitive());
    }
}
