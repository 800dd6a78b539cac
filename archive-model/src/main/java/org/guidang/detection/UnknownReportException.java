// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import org.guidang.shared.BusinessRuleException;

/** No such detection report, or none that the caller may know of. */
public class UnknownReportException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public UnknownReportException(String id) {
        super(Kind.UNKNOWN, "detection.report.unknown", id);
    }
}
