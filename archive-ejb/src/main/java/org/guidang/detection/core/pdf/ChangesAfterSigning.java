// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.signatures.SignatureUtil;
import com.itextpdf.signatures.validation.ValidatorChainBuilder;
import com.itextpdf.signatures.validation.context.CertificateSource;
import com.itextpdf.signatures.validation.context.TimeBasedContext;
import com.itextpdf.signatures.validation.context.ValidationContext;
import com.itextpdf.signatures.validation.context.ValidatorContext;
import com.itextpdf.signatures.validation.report.ReportItem;
import com.itextpdf.signatures.validation.report.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.Characteristic;

/**
 * What later revisions did to what was signed (ISO 32000-2 12.8.2.2; trust.md A-50). Revisions are held against the
 * permissions of the signatures; besides, what the pages show after the last signature must be what they showed then:
 * the standard lets anyone fill in a form after an approval signature, which is just how a shadow is swapped in.
 */
final class ChangesAfterSigning {

    /** Ours: larger files are judged by their revisions only, since the signed one is opened beside the last. */
    private static final long LARGEST = 256L << 20;

    private final PdfDocument document;
    private final Path path;
    private final PdfReport report;

    ChangesAfterSigning(PdfDocument document, Path path, PdfReport report) {
        this.document = document;
        this.path = path;
        this.report = report;
    }

    void examine(List<PdfSignature> signatures) throws IOException {
        revisions();
        Optional<PdfSignature> last = signatures.stream()
                .filter(signature -> !signature.isTimeStamp())
                .filter(signature -> signature.ranges().isPresent())
                .max(Comparator.comparingLong(
                        signature -> signature.ranges().get().end()));
        long size = Files.size(path);
        if (last.isPresent() && last.get().ranges().get().end() < size) {
            if (size > LARGEST) {
                report.undecided(
                        "pdf.signature.changes-unknown",
                        Characteristic.AUTHENTICITY,
                        last.get().place(),
                        "<= " + LARGEST,
                        size);
            } else {
                appearances(last.get());
            }
        }
    }

    private void revisions() {
        ValidationReport verdict;
        try {
            verdict = new ValidatorChainBuilder()
                    .buildDocumentRevisionsValidator()
                    .validateAllDocumentRevisions(
                            new ValidationContext(
                                    ValidatorContext.DOCUMENT_REVISIONS_VALIDATOR,
                                    CertificateSource.SIGNER_CERT,
                                    TimeBasedContext.PRESENT),
                            document);
        } catch (RuntimeException unreadable) {
            unknown(String.valueOf(unreadable.getMessage()));
            return;
        }
        for (ReportItem item : verdict.getLogs()) {
            switch (item.getStatus()) {
                case INVALID ->
                    report.failed(
                            "pdf.signature.changed-after", Characteristic.AUTHENTICITY, "", "", item.getMessage());
                case INDETERMINATE -> unknown(item.getMessage());
                default -> {
                    // allowed and only noted by the library
                }
            }
        }
    }

    private void appearances(PdfSignature last) {
        try (InputStream signed = new SignatureUtil(document).extractRevision(last.name());
                PdfDocument before = new PdfDocument(new PdfReader(signed, PdfLimits.properties()))) {
            Map<Integer, String> then = Appearances.of(before, true);
            Map<Integer, String> now = Appearances.of(document, false);
            Map<Integer, String> all = Appearances.of(before, false);
            then.forEach((object, appearance) -> {
                if (!appearance.equals(now.get(object))) {
                    report.failed(
                            "pdf.signature.appearance-changed",
                            Characteristic.AUTHENTICITY,
                            "object " + object,
                            last.place(),
                            now.containsKey(object) ? "" : "-");
                }
            });
            Appearances.of(document, true).keySet().stream()
                    .filter(object -> !all.containsKey(object))
                    .forEach(object -> report.failed(
                            "pdf.signature.appearance-added",
                            Characteristic.AUTHENTICITY,
                            "object " + object,
                            last.place(),
                            ""));
        } catch (IOException | RuntimeException unreadable) {
            unknown(String.valueOf(unreadable.getMessage()));
        }
    }

    private void unknown(String why) {
        report.undecided("pdf.signature.changes-unknown", Characteristic.AUTHENTICITY, "", "", why);
    }
}
