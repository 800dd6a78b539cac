// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import org.guidang.shared.Outcome;

/**
 * What a list of packages needs to know of a report, without its items.
 *
 * @param id of the report
 */
public record ReportHead(String packageNumber, int packageVersion, String id, Outcome outcome) {}
