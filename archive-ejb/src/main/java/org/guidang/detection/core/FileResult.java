// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.List;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What the examination of one file came to.
 *
 * @param name as given
 * @param identification what it is
 * @param outcome over all findings
 * @param findings those kept
 * @param total all there were
 * @param covered what was really looked at, and what signatures protect
 */
public record FileResult(
        String name,
        Identification identification,
        Outcome outcome,
        List<Finding> findings,
        long total,
        List<String> covered) {

    public FileResult {
        findings = List.copyOf(findings);
        covered = List.copyOf(covered);
    }
}
