// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.io.exceptions.IOException;
import com.itextpdf.kernel.exceptions.MemoryLimitsAwareException;
import com.itextpdf.kernel.exceptions.PdfException;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import org.guidang.shared.Characteristic;

/**
 * Every page can be reached and its content inflates to the end (ISO 32000-2 7.7.3). A page tree that goes in circles
 * or promises more than it holds has pages that cannot be reached.
 */
final class PdfPages {

    /** Ours: pages looked at. */
    static final int MOST_PAGES = 100_000;

    private final PdfDocument document;
    private final PdfReport report;

    PdfPages(PdfDocument document, PdfReport report) {
        this.document = document;
        this.report = report;
    }

    void examine() {
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            report.failed("pdf.pages.none", Characteristic.INTEGRITY, "/Pages", ">= 1", 0);
            return;
        }
        if (pages > MOST_PAGES) {
            report.failed("pdf.pages.too-many", Characteristic.SECURITY, "/Pages", "<= " + MOST_PAGES, pages);
            return;
        }
        int unreadable = 0;
        for (int number = 1; number <= pages && !Thread.currentThread().isInterrupted(); number++) {
            if (!read(number)) {
                unreadable++;
            }
        }
        if (unreadable == pages) {
            report.failed("pdf.pages.unreadable", Characteristic.USABILITY, "/Pages", String.valueOf(pages), 0);
        } else if (unreadable > 0) {
            // Damaged, and yet most readers would show the rest: a person has to look.
            report.undecided(
                    "pdf.pages.some-unreadable",
                    Characteristic.INTEGRITY,
                    "/Pages",
                    String.valueOf(pages),
                    pages - unreadable);
        }
    }

    private boolean read(int number) {
        String place = "page " + number;
        PdfPage page;
        try {
            page = document.getPage(number);
            if (page == null) {
                return false;
            }
        } catch (PdfException | IOException | ClassCastException | NullPointerException unreachable) {
            return false;
        }
        try {
            for (int i = 0; i < page.getContentStreamCount(); i++) {
                PdfStreams.read(page.getContentStream(i), 0);
            }
        } catch (PdfStreams.TooLargeException | MemoryLimitsAwareException bomb) {
            report.failed(
                    "pdf.stream.too-large",
                    Characteristic.SECURITY,
                    place,
                    "<= " + PdfStreams.LARGEST,
                    bomb.getMessage());
        } catch (java.io.IOException | PdfException | IOException | ClassCastException | NullPointerException damaged) {
            report.warning("pdf.page.damaged", Characteristic.USABILITY, place, "", damaged.getMessage());
        }
        return true;
    }
}
