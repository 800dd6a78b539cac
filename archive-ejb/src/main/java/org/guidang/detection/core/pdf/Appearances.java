// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import org.guidang.seal.core.Cryptography;

/** What the annotations and form fields of a document look like, one digest per annotation, by object number. */
final class Appearances {

    private static final int DEEPEST = 6;
    private static final int MOST = 100_000;

    private Appearances() {}

    /**
     * @param withoutSignatures leaves out signature fields, which are lawfully filled after another signature
     */
    static Map<Integer, String> of(PdfDocument document, boolean withoutSignatures) {
        Map<Integer, String> all = new HashMap<>();
        int pages = Math.min(document.getNumberOfPages(), PdfPages.MOST_PAGES);
        for (int number = 1; number <= pages; number++) {
            PdfArray annotations = document.getPage(number).getPdfObject().getAsArray(PdfName.Annots);
            for (int i = 0; annotations != null && i < annotations.size() && all.size() < MOST; i++) {
                PdfDictionary annotation = annotations.getAsDictionary(i);
                if (annotation == null
                        || annotation.getIndirectReference() == null
                        || withoutSignatures && isSignature(annotation)) {
                    continue;
                }
                all.put(annotation.getIndirectReference().getObjNumber(), digest(annotation));
            }
        }
        return all;
    }

    private static boolean isSignature(PdfDictionary annotation) {
        PdfDictionary field = annotation;
        for (int level = 0; field != null && level < DEEPEST; level++) {
            if (field.containsKey(PdfName.FT)) {
                return PdfName.Sig.equals(field.getAsName(PdfName.FT));
            }
            field = field.getAsDictionary(PdfName.Parent);
        }
        return false;
    }

    private static String digest(PdfDictionary annotation) {
        try {
            MessageDigest digest = Cryptography.digest("SHA-256");
            for (PdfName key : new PdfName[] {PdfName.Rect, PdfName.V, PdfName.AS, PdfName.F, PdfName.AP}) {
                feed(digest, annotation.get(key), 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static void feed(MessageDigest digest, PdfObject object, int level) {
        if (object == null || level > DEEPEST) {
            return;
        }
        if (object instanceof PdfDictionary dictionary) {
            if (object instanceof PdfStream stream) {
                digest.update(stream.getBytes(false));
            }
            for (PdfName key : new TreeSet<>(dictionary.keySet())) {
                if (!key.equals(PdfName.Parent) && !key.equals(PdfName.Length) && !key.equals(PdfName.Filter)) {
                    digest.update(key.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    feed(digest, dictionary.get(key), level + 1);
                }
            }
        } else if (object instanceof PdfArray array) {
            for (int i = 0; i < array.size(); i++) {
                feed(digest, array.get(i), level + 1);
            }
        } else {
            digest.update(object.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
