// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import org.guidang.detection.core.Examination;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** The sentences all readers of media share. */
final class MediaFindings {

    /** Most pixels an image may claim: A0 at 600 dpi is 558 million, A0 at 400 dpi 248 million. */
    static final long MOST_PIXELS = 300_000_000L;

    private MediaFindings() {}

    /** The file ends before its content does. */
    static void truncated(Examination examination, long expected, long found) {
        examination.report(Finding.failed("media.truncated", Characteristic.INTEGRITY, "detection.media.truncated")
                .at("octet " + found)
                .expecting(expected < 0 ? "" : String.valueOf(expected), found));
    }

    static void broken(Examination examination, long at, String what) {
        examination.report(Finding.failed("media.broken", Characteristic.INTEGRITY, "detection.media.broken")
                .at("octet " + at)
                .expecting("", what));
    }

    static void trailing(Examination examination, long at, long octets) {
        examination.report(Finding.warning("media.trailing", Characteristic.INTEGRITY, "detection.media.trailing")
                .at("octet " + at)
                .expecting("0", octets));
    }

    /** Says false, and reports, when the image claims more pixels than are ever decoded, or none. */
    static boolean pixelsAreSane(Examination examination, long width, long height) {
        if (width <= 0 || height <= 0) {
            broken(examination, 0, width + " x " + height);
            return false;
        }
        if (width > MOST_PIXELS / height) {
            examination.report(
                    Finding.failed("media.too-many-pixels", Characteristic.SECURITY, "detection.media.too-many-pixels")
                            .expecting("<= " + MOST_PIXELS, width + " x " + height));
            return false;
        }
        return true;
    }

    /**
     * DA/T 31-2017: 200 dpi and more. A picture that states no resolution, or less, warns: only scans are bound to it.
     *
     * @param dpi 0 when the file states none
     */
    static void resolution(Examination examination, double dpi) {
        examination.cover("dpi " + Math.round(dpi));
        if (dpi < 1) {
            examination.report(
                    Finding.warning("media.no-resolution", Characteristic.USABILITY, "detection.media.no-resolution")
                            .expecting("200", ""));
        } else if (Math.round(dpi) < 200) {
            examination.report(
                    Finding.warning("media.low-resolution", Characteristic.USABILITY, "detection.media.low-resolution")
                            .expecting("200", Math.round(dpi)));
        }
    }

    /** Sound and moving pictures are walked, not played: said, so that nobody takes it for more. */
    static void structureOnly(Examination examination) {
        examination.cover("structure");
        examination.report(
                Finding.note("media.structure-only", Characteristic.USABILITY, "detection.media.structure-only"));
    }
}
