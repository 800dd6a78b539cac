// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.Set;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * What is to be said about the format of a file before it is opened: empty, not on the list, to be converted, under a
 * false name, two formats in one.
 */
final class FormatFindings {

    private static final Set<String> LIKE_CONTENT = Set.of("image", "audio", "video");

    private FormatFindings() {}

    static void report(Identification identification, Examination examination, Set<String> containers) {
        FileFormat format = identification.format();
        if (format.id().equals("empty")) {
            examination.report(Finding.failed("format.empty", Characteristic.INTEGRITY, "detection.format.empty"));
            return;
        }
        if (format.id().equals("unknown")) {
            examination.report(Finding.failed("format.unknown", Characteristic.USABILITY, "detection.format.unknown"));
        } else if (format.archiving() == Fitness.REFUSED && !containers.contains(format.id())) {
            examination.report(Finding.failed("format.refused", Characteristic.USABILITY, "detection.format.refused")
                    .expecting("GB/T 18894-2016", format.name()));
        } else if (format.archiving() == Fitness.CONVERT) {
            examination.report(Finding.warning("format.convert", Characteristic.USABILITY, "detection.format.convert")
                    .expecting("GB/T 18894-2016", format.name()));
        }
        if (!identification.agrees()) {
            examination.report(falseName(identification.claimed().orElseThrow(), format));
        }
        identification
                .also()
                .forEach(other -> examination.report(
                        Finding.failed("format.polyglot", Characteristic.SECURITY, "detection.format.polyglot")
                                .expecting(format.name(), other.name())));
    }

    /**
     * Ours: a picture under the name of another picture format warns, because it opens all the same; anything else under
     * a false name fails, because whoever trusts the name opens something he did not choose.
     */
    private static Finding falseName(FileFormat claimed, FileFormat format) {
        boolean harmless = claimed.kind().equals(format.kind())
                && LIKE_CONTENT.contains(format.kind())
                && format.archiving() != Fitness.REFUSED;
        Finding finding = harmless
                ? Finding.warning("format.false-name", Characteristic.AUTHENTICITY, "detection.format.false-name")
                : Finding.failed("format.false-name", Characteristic.AUTHENTICITY, "detection.format.false-name");
        return finding.expecting(claimed.name(), format.name());
    }
}
