// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The detection report in its written forms: JSON, which is kept as a record under its digest, XML, and PDF for paper. All
 * three tell the same; none leaves out an item.
 */
package org.guidang.detection.core.report;
