// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file of certificates or revocation lists holds, PEM (any number) or DER (one).
 *
 * @param certificates that could be read
 * @param lists that could be read
 */
public record CertificateFile(List<X509Certificate> certificates, List<X509CRL> lists) {

    public CertificateFile {
        certificates = List.copyOf(certificates);
        lists = List.copyOf(lists);
    }

    /** Reads what can be read; other blocks, such as keys, and unreadable ones are left out. */
    public static CertificateFile read(byte[] content) {
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        for (byte[] encoded : blocks(content)) {
            try {
                Asn1.read(encoded);
                certificates.add(Cryptography.certificate(encoded));
            } catch (IOException | CertificateException | RuntimeException noCertificate) {
                list(encoded, lists);
            }
        }
        return new CertificateFile(certificates, lists);
    }

    private static void list(byte[] encoded, List<X509CRL> lists) {
        try {
            Asn1.read(encoded);
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509", Cryptography.provider())
                    .generateCRL(new ByteArrayInputStream(encoded));
            if (list != null) {
                lists.add(list);
            }
        } catch (IOException | CRLException | CertificateException | RuntimeException neither) {
            // neither a certificate nor a list: not ours to judge here
        }
    }

    /** The DER values in a file: every PEM block that is no key, or the file itself. */
    public static List<byte[]> blocks(byte[] content) {
        if (content.length > 0 && content[0] == 0x30) {
            return List.of(content);
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN ")) {
            return List.of();
        }
        return PemBlocks.read(text);
    }
}
