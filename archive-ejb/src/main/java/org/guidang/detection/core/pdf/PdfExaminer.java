// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.exceptions.BadPasswordException;
import com.itextpdf.kernel.exceptions.MemoryLimitsAwareException;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;

/**
 * Examines a PDF. The library reads it on a thread of its own: when its time is up, or memory or stack give out, the
 * file is undecided with the reason, and the caller goes on.
 */
public final class PdfExaminer implements FileExaminer {

    /** Ours (trust.md A-56). */
    static final Duration MOST_TIME = Duration.ofSeconds(30);

    private final Duration mostTime;

    public PdfExaminer() {
        this(MOST_TIME);
    }

    PdfExaminer(Duration mostTime) {
        this.mostTime = mostTime;
    }

    @Override
    public Set<String> formats() {
        return Set.of("pdf");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        PdfReport report = new PdfReport();
        Path path = examination.path();
        if (new PdfEnvelope(path, report).examine()) {
            Trust trust = examination.trust();
            Instant at = examination.at();
            Fence.run(mostTime, report, () -> read(path, trust, at, report));
        }
        report.handTo(examination);
    }

    private static void read(Path path, Trust trust, Instant at, PdfReport report) throws IOException {
        if (!new ObjectStreamBombs(path, report).none()) {
            return;
        }
        try (PdfReader reader = new PdfReader(path.toString(), PdfLimits.properties())) {
            reader.setMemorySavingMode(true);
            PdfDocument document = new PdfDocument(reader);
            PdfEncryption.examine(reader, document, report);
            if (reader.hasRebuiltXref() || reader.hasFixedXref()) {
                report.warning("pdf.cross-reference.damaged", Characteristic.INTEGRITY, "", "", "");
            }
            new PdfPages(document, report).examine();
            List<String> signatures = new ArrayList<>();
            new PdfObjects(document, report)
                    .walk(List.of(
                            new PdfActiveContent(report),
                            new PdfAttachments(report),
                            new PdfFonts(report),
                            PdfSignatures.seenIn(signatures)));
            new PdfSignatures(document, path, report).examine(trust, at, signatures);
        } catch (BadPasswordException locked) {
            report.failed("pdf.encrypted.locked", Characteristic.USABILITY, "/Encrypt", "", "");
        } catch (MemoryLimitsAwareException tooLarge) {
            report.failed("pdf.beyond-limits", Characteristic.SECURITY, "", "", tooLarge.getMessage());
        } catch (RuntimeException | IOException unreadable) {
            unreadable(path, report, unreadable);
        }
    }

    /**
     * Our reader gives up. Where the way from the end of the file to its catalogue is whole, a more patient reader may
     * open it, and a person has to look; otherwise the file is broken.
     */
    private static void unreadable(Path path, PdfReport report, Exception why) throws IOException {
        Optional<String> way = PdfEnvelope.wayToCatalogue(path);
        String message = String.valueOf(why.getMessage());
        if (way.isPresent()) {
            report.undecided("pdf.damaged", Characteristic.USABILITY, "", way.get(), message);
        } else {
            report.failed("pdf.unreadable", Characteristic.USABILITY, "", "", message);
        }
    }
}
