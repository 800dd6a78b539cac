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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.SealInformation;
import org.guidang.detection.core.SignedFileExaminer;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;

/**
 * Examines a PDF. The library reads it on a thread of its own: when its time is up, or memory or stack give out, the
 * file is undecided with the reason, and the caller goes on.
 */
public final class PdfExaminer implements SignedFileExaminer {

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
    public List<SealInformation> examineSeals(Examination examination) throws IOException {
        List<SealInformation> seals = Collections.synchronizedList(new ArrayList<>());
        PdfReport report = new PdfReport();
        Path path = examination.path();
        if (new PdfEnvelope(path, report).examine()) {
            Trust trust = examination.trust();
            Instant at = examination.at();
            boolean[] archival = new boolean[1];
            Fence.run(mostTime, report, () -> archival[0] = read(path, trust, at, report, seals));
            if (archival[0]) {
                Fence.run(mostTime, report, () -> ArchivalConformance.examine(path, report));
            }
        }
        report.handTo(examination);
        synchronized (seals) {
            return List.copyOf(seals);
        }
    }

    /** @return whether the file claims PDF/A and may be given to the tool that checks it */
    private static boolean read(Path path, Trust trust, Instant at, PdfReport report, List<SealInformation> seals)
            throws IOException {
        if (!new ObjectStreamBombs(path, report).none()) {
            return false;
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
            PdfMetadata metadata = new PdfMetadata(report);
            new PdfObjects(document, report)
                    .walk(List.of(
                            new PdfActiveContent(report),
                            new PdfAttachments(report),
                            new PdfFonts(report),
                            metadata,
                            PdfSignatures.seenIn(signatures)));
            seals.addAll(new PdfSignatures(document, path, report).examine(trust, at, signatures));
            return metadata.claimsArchival();
        } catch (BadPasswordException locked) {
            report.failed("pdf.encrypted.locked", Characteristic.USABILITY, "/Encrypt", "", "");
        } catch (MemoryLimitsAwareException tooLarge) {
            report.failed("pdf.beyond-limits", Characteristic.SECURITY, "", "", tooLarge.getMessage());
        } catch (RuntimeException | IOException unreadable) {
            unreadable(path, report, unreadable);
        }
        return false;
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
