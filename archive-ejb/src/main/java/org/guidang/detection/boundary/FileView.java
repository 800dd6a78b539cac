// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.util.List;
import org.guidang.detection.core.FileResult;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What one submitted file came to, as {@code archivectl examine} tells it.
 *
 * @param file the name it was submitted by
 * @param format short name by content
 * @param findings those kept; {@code total} is how many there were
 * @param covered what was really looked at
 */
public record FileView(
        String file, String format, Outcome outcome, List<Finding> findings, long total, List<String> covered)
        implements Serializable {

    static FileView of(FileResult result) {
        return new FileView(
                result.name(),
                result.identification().format().id(),
                result.outcome(),
                result.findings(),
                result.total(),
                result.covered());
    }
}
