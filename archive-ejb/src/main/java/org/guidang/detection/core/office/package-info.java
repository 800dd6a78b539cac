// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Office documents and archives: what they carry besides text — macros, templates and links that lead outside, encryption.
 * Reads directories and small parts behind limits, unpacks nothing to disk.
 */
package org.guidang.detection.core.office;
