// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.ArrayList;
import java.util.List;
import org.guidang.detection.core.Examination;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Puts findings about one OFD file into its examination. The file of a finding is the file examined; its place is the
 * part inside the package, and the octet or line where that is known.
 */
final class OfdReport {

    private final Examination examination;
    private final List<Finding> own = new ArrayList<>();

    OfdReport(Examination examination) {
        this.examination = examination;
    }

    /** A report whose findings are also those of one seal alone. */
    OfdReport ofOneSeal() {
        return new OfdReport(examination);
    }

    /** What was reported through this object, not what others found. */
    List<Finding> own() {
        return own;
    }

    /** Adds a finding made elsewhere, such as by the verification of a certificate or time-stamp. */
    void adopt(Finding finding, String place) {
        String where = place + " " + finding.file() + " " + finding.place();
        add(finding.in("").at(where.strip().replace("  ", " ")));
    }

    Examination examination() {
        return examination;
    }

    void failed(String code, Characteristic property, String place, String expected, Object found) {
        add(Finding.failed(code, property, message(code)), place, expected, found);
    }

    void warning(String code, Characteristic property, String place, String expected, Object found) {
        add(Finding.warning(code, property, message(code)), place, expected, found);
    }

    void undecided(String code, Characteristic property, String place, String expected, Object found) {
        add(Finding.undecided(code, property, message(code)), place, expected, found);
    }

    void note(String code, Characteristic property, String place, Object found) {
        add(Finding.note(code, property, message(code)), place, "", found);
    }

    /** A part that cannot be read: the document is incomplete or hostile. */
    void failed(UnreadableOfdException refused) {
        if (refused.finding().isPresent()) {
            adopt(refused.finding().get(), "");
            return;
        }
        failed(refused.code(), Characteristic.USABILITY, refused.place(), "", refused.found());
    }

    /** A part that nothing shows cannot be read: worth saying, harmless to the document. */
    void warning(UnreadableOfdException refused) {
        warning(refused.code(), Characteristic.USABILITY, refused.place(), "", refused.found());
    }

    private void add(Finding finding, String place, String expected, Object found) {
        add(finding.at(place).expecting(expected, found));
    }

    private void add(Finding finding) {
        if (own.size() < Examination.MOST_KEPT) {
            own.add(finding);
        }
        examination.report(finding);
    }

    private static String message(String code) {
        return code.startsWith("seal.") ? code : "detection." + code;
    }
}
