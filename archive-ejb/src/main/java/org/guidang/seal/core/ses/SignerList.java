// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.guidang.seal.core.Cryptography;

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

    /** Whether a certificate, DER, is listed; a digest by a broken algorithm lists nobody. */
    public boolean names(byte[] certificate) {
        return certificates.stream().anyMatch(one -> Arrays.equals(one, certificate))
                || digests.stream().anyMatch(digest -> matches(digest, certificate));
    }

    private static boolean matches(CertificateDigest digest, byte[] certificate) {
        try {
            String name = digest.algorithm().matches("[0-9.]+")
                    ? Cryptography.digestName(new ASN1ObjectIdentifier(digest.algorithm()))
                    : digest.algorithm().toUpperCase(Locale.ROOT);
            if (Cryptography.isWeak(name)) {
                return false;
            }
            return Arrays.equals(Cryptography.digest(name).digest(certificate), digest.value());
        } catch (NoSuchAlgorithmException | IllegalArgumentException unknown) {
            return false;
        }
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
