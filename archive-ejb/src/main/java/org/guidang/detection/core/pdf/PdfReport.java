// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import java.util.ArrayList;
import java.util.List;
import org.guidang.detection.core.Examination;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Findings about one PDF, gathered on the thread that reads it and handed over when that is done or its time is up;
 * what comes after the hand-over is dropped.
 */
final class PdfReport {

    private static final int MOST = 10_000;

    private final List<Finding> findings = new ArrayList<>();
    private final List<String> covered = new ArrayList<>();
    private final PdfReport whole;
    private boolean closed;

    PdfReport() {
        this(null);
    }

    private PdfReport(PdfReport whole) {
        this.whole = whole;
    }

    /** A report whose findings are also those of one signature alone. */
    PdfReport ofOneSignature() {
        return new PdfReport(this);
    }

    /** What was reported through this object. */
    synchronized List<Finding> own() {
        return List.copyOf(findings);
    }

    void failed(String code, Characteristic property, String place, String expected, Object found) {
        add(Finding.failed(code, property, "detection." + code).at(place).expecting(expected, found));
    }

    void warning(String code, Characteristic property, String place, String expected, Object found) {
        add(Finding.warning(code, property, "detection." + code).at(place).expecting(expected, found));
    }

    void undecided(String code, Characteristic property, String place, String expected, Object found) {
        add(Finding.undecided(code, property, "detection." + code).at(place).expecting(expected, found));
    }

    void note(String code, Characteristic property, String place, Object found) {
        add(Finding.note(code, property, "detection." + code).at(place).expecting("", found));
    }

    /** Adds a finding made elsewhere, such as by the verification of a signed message. */
    void adopt(Finding finding, String place) {
        String where = place + " " + finding.file() + " " + finding.place();
        add(finding.in("").at(where.strip().replace("  ", " ")));
    }

    synchronized void cover(String what) {
        if (whole != null) {
            whole.cover(what);
        }
        if (!closed) {
            covered.add(what);
        }
    }

    private synchronized void add(Finding finding) {
        if (whole != null) {
            whole.add(finding);
        }
        if (!closed && findings.size() < MOST) {
            findings.add(finding);
        }
    }

    /** Hands all over and takes no more. */
    synchronized void handTo(Examination examination) {
        closed = true;
        findings.forEach(examination::report);
        covered.forEach(examination::cover);
    }
}
