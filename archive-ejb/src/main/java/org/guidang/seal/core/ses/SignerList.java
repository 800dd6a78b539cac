// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.util.List;
import java.util.Optional;

/**
 * Who may sign with a seal (SES_CertList, GB/T 38540-2020 6.2): whole certificates, or digests of them.
 *
 * @param certificates DER of each certificate; empty when the seal lists digests
 * @param digests empty when the seal lists certificates
 */
public record SignerList(List<byte[]> certificates, List<CertificateDigest> digests) {

    /** @param algorithm as the seal writes it: an object identifier or a name */
    public record CertificateDigest(String algorithm, byte[] value) {}

    public SignerList {
        certificates = List.copyOf(certificates);
        digests = List.copyOf(digests);
    }

    static SignerList read(DerElement list, Optional<Integer> type) throws MalformedSealException {
        List<byte[]> certificates = new java.util.ArrayList<>();
        List<CertificateDigest> digests = new java.util.ArrayList<>();
        for (DerElement each : list.children()) {
            if (each.tag() == DerElement.OCTET_STRING) {
                certificates.add(each.content());
            } else {
                List<DerElement> object = each.sequence(2, 2);
                digests.add(new CertificateDigest(
                        object.get(0).text(), object.get(1).octetString()));
            }
        }
        boolean asClaimed =
                type.isEmpty() || type.get() == 1 && digests.isEmpty() || type.get() == 2 && certificates.isEmpty();
        if (!asClaimed || !certificates.isEmpty() && !digests.isEmpty()) {
            throw new MalformedSealException(list.place(), "certificate list is not of type " + type);
        }
        return new SignerList(certificates, digests);
    }
}
