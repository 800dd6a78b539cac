// SPDX-License-Identifier: AGPL-3.0-only
/**
 * What a person or system can ask of four-nature detection: examine a package, read a report, decide what a person must
 * decide, try a package without storing anything. Knows packages by number and version only.
 */
package org.guidang.detection.boundary;
