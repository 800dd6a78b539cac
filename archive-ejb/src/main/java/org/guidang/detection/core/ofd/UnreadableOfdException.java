// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.Optional;
import org.guidang.shared.Finding;

/** The package or one of its parts cannot be read any further. Carries the finding's code; caught where it is reported. */
class UnreadableOfdException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String place;
    private final String found;
    private final transient Finding finding;

    UnreadableOfdException(String code, String place, String found) {
        super(code + " " + place + " " + found);
        this.code = code;
        this.place = place;
        this.found = found;
        this.finding = null;
    }

    /** What the reader of the container found. */
    UnreadableOfdException(Finding finding) {
        super(finding.code() + " " + finding.file() + " " + finding.place());
        this.code = finding.code();
        this.place = finding.place();
        this.found = finding.found();
        this.finding = finding;
    }

    Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }

    String code() {
        return code;
    }

    String place() {
        return place;
    }

    String found() {
        return found;
    }
}
