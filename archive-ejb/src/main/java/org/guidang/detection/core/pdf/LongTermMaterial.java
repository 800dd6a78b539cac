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
import java.util.Set;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.seal.core.revocation.RevocationUnavailableException;
import org.guidang.seal.core.revocation.StatusAnswer;
import org.guidang.seal.core.ses.DerGuard;
import org.guidang.seal.core.ses.MalformedSealException;
import org.guidang.shared.Characteristic;

/**
 * The document security store (ISO 32000-2 12.8.4.3, PAdES LTV) and what it says for single signatures (VRI):
 * certificates, revocation lists and answers of status services the file brings along. They may stand in a path and are believed no further: each is checked like any other.
 */
final class LongTermMaterial {

    private static final int MOST = 200;
    private static final int LARGEST = 16 << 20;

    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<X509CRL> lists = new ArrayList<>();
    private final List<StatusAnswer> answers = new ArrayList<>();

    private LongTermMaterial() {}

    static LongTermMaterial of(PdfDocument document, PdfReport report) {
        LongTermMaterial material = new LongTermMaterial();
        PdfDictionary store = document.getCatalog().getPdfObject().getAsDictionary(PdfName.DSS);
        if (store == null) {
            return material;
        }
        material.read(store.getAsArray(PdfName.Certs), store.getAsArray(PdfName.CRLs), store.getAsArray(PdfName.OCSPs));
        PdfDictionary single = store.getAsDictionary(PdfName.VRI);
        int left = MOST;
        for (PdfName name : single == null ? Set.<PdfName>of() : single.keySet()) {
            PdfDictionary entry = single.getAsDictionary(name);
            if (entry != null && left-- > 0) {
                material.read(
                        entry.getAsArray(PdfName.Cert), entry.getAsArray(PdfName.CRL), entry.getAsArray(PdfName.OCSP));
            }
        }
        report.note(
                "pdf.signature.long-term",
                Characteristic.AUTHENTICITY,
                "/DSS",
                material.certificates.size() + "/" + material.lists.size() + "/" + material.answers.size());
        return material;
    }

    private void read(PdfArray certificateStreams, PdfArray listStreams, PdfArray answerStreams) {
        for (byte[] octets : streams(certificateStreams)) {
            try {
                add(certificates, Cryptography.certificate(octets));
            } catch (GeneralSecurityException | RuntimeException unreadable) {
                continue;
            }
        }
        for (byte[] octets : streams(listStreams)) {
            try {
                add(lists, (X509CRL) CertificateFactory.getInstance("X.509", Cryptography.provider())
                        .generateCRL(new ByteArrayInputStream(octets)));
            } catch (GeneralSecurityException | RuntimeException unreadable) {
                continue;
            }
        }
        for (byte[] octets : streams(answerStreams)) {
            try {
                add(answers, StatusAnswer.read(octets));
            } catch (RevocationUnavailableException unreadable) {
                continue;
            }
        }
    }

    /** What a single signature refers to mostly stands in the store already. */
    private static <T> void add(List<T> all, T one) {
        if (one != null && all.size() < MOST && !all.contains(one)) {
            all.add(one);
        }
    }

    /** The same trust with this material to help. */
    Trust added(Trust trust) {
        return trust.helpedBy(certificates, new RevocationMaterial(lists, answers));
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
