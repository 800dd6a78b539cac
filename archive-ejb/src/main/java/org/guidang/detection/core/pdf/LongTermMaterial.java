// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.ses.DerGuard;
import org.guidang.seal.core.ses.MalformedSealException;
import org.guidang.shared.Characteristic;

/**
 * The document security store (ISO 32000-2 12.8.4.3, PAdES LTV): certificates and revocation lists the file brings
 * along. They may stand in a path and are believed no further: each is checked like any other.
 */
final class LongTermMaterial {

    private static final int MOST = 200;
    private static final int LARGEST = 16 << 20;

    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<X509CRL> lists = new ArrayList<>();

    private LongTermMaterial() {}

    static LongTermMaterial of(PdfDocument document, PdfReport report) {
        LongTermMaterial material = new LongTermMaterial();
        PdfDictionary store = document.getCatalog().getPdfObject().getAsDictionary(PdfName.DSS);
        if (store == null) {
            return material;
        }
        for (byte[] octets : streams(store.getAsArray(PdfName.Certs))) {
            try {
                material.certificates.add(Cryptography.certificate(octets));
            } catch (GeneralSecurityException | RuntimeException unreadable) {
                continue;
            }
        }
        for (byte[] octets : streams(store.getAsArray(PdfName.CRLs))) {
            try {
                material.lists.add((X509CRL) CertificateFactory.getInstance("X.509", Cryptography.provider())
                        .generateCRL(new ByteArrayInputStream(octets)));
            } catch (GeneralSecurityException | RuntimeException unreadable) {
                continue;
            }
        }
        material.lists.removeIf(list -> list == null);
        report.note(
                "pdf.signature.long-term",
                Characteristic.AUTHENTICITY,
                "/DSS",
                material.certificates.size() + "/" + material.lists.size());
        return material;
    }

    /** The same trust with this material to help. */
    Trust added(Trust trust) {
        List<X509Certificate> helpers = new ArrayList<>(trust.helpers());
        helpers.addAll(certificates);
        List<X509CRL> revocations = new ArrayList<>(trust.revocationLists());
        revocations.addAll(lists);
        return new Trust(trust.anchors(), helpers, revocations);
    }

    private static List<byte[]> streams(PdfArray array) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; array != null && i < Math.min(array.size(), MOST); i++) {
            if (array.get(i) instanceof PdfStream stream) {
                try {
                    byte[] octets = PdfStreams.read(stream, LARGEST);
                    DerGuard.check(octets, false);
                    all.add(octets);
                } catch (MalformedSealException | IOException unreadable) {
                    continue;
                }
            }
        }
        return all;
    }
}
