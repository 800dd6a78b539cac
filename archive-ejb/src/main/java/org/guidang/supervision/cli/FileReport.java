// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.util.List;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What one file came to.
 *
 * @param file as named on the command line
 * @param format short name by content
 * @param total findings there were; those beyond a thousand are not kept
 * @param covered what was really looked at
 */
record FileReport(
        String file, String format, Outcome outcome, List<Finding> findings, long total, List<String> covered) {}
