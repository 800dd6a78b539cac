// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.signatures.SignatureUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guidang.detection.core.SealInformation;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;

/**
 * All signatures of a PDF, and whether the file was changed after them. A file whose signature was taken off and one
 * that never had any are told apart.
 */
final class PdfSignatures {

    /** Ours: signatures verified in one file. */
    private static final int MOST_SIGNATURES = 100;

    private final PdfDocument document;
    private final Path path;
    private final PdfReport report;

    PdfSignatures(PdfDocument document, Path path, PdfReport report) {
        this.document = document;
        this.path = path;
        this.report = report;
    }

    /**
     * @param seen places of signature dictionaries anywhere in the file
     * @return what is shown of each signature
     */
    List<SealInformation> examine(Trust trust, Instant at, List<String> seen) throws IOException {
        SignatureUtil fields = new SignatureUtil(document);
        List<String> names = fields.getSignatureNames();
        if (names.isEmpty()) {
            if (seen.isEmpty()) {
                report.warning("pdf.unsigned", Characteristic.AUTHENTICITY, "", "", "");
            } else {
                report.failed("pdf.signature.link-stripped", Characteristic.AUTHENTICITY, seen.get(0), "", "");
            }
            return List.of();
        }
        if (names.size() > MOST_SIGNATURES) {
            report.failed("pdf.signature.too-many", Characteristic.SECURITY, "", "<= " + MOST_SIGNATURES, names.size());
            return List.of();
        }
        Trust known = LongTermMaterial.of(document, report).added(trust);
        List<PdfSignature> signatures = new ArrayList<>();
        for (String name : names) {
            PdfDictionary dictionary = fields.getSignatureDictionary(name);
            if (dictionary != null) {
                PdfSignature signature = new PdfSignature(name, dictionary, path, report.ofOneSignature());
                signature.examine(known, at);
                signatures.add(signature);
            }
        }
        later(signatures);
        PdfReport changes = report.ofOneSignature();
        new ChangesAfterSigning(document, path, changes).examine(signatures);
        return signatures.stream()
                .map(signature -> signature.information(changes.own()))
                .toList();
    }

    /** The furthest reaching signature should reach the end; what follows it is a revision nobody signed. */
    private void later(List<PdfSignature> signatures) throws IOException {
        long size = Files.size(path);
        signatures.stream()
                .filter(signature -> signature.ranges().isPresent())
                .max(Comparator.comparingLong(
                        signature -> signature.ranges().get().end()))
                .filter(last -> last.ranges().get().end() < size)
                .ifPresent(last -> report.warning(
                        "pdf.signature.later-revision",
                        Characteristic.AUTHENTICITY,
                        last.place(),
                        String.valueOf(size),
                        last.ranges().get().end()));
    }

    /** Collects the places of signature dictionaries, whether a field names them or not. */
    static PdfObjects.Visitor seenIn(List<String> places) {
        return (dictionary, place) -> {
            if (dictionary.containsKey(PdfName.ByteRange) && dictionary.containsKey(PdfName.Contents)) {
                places.add(place);
            }
        };
    }
}
