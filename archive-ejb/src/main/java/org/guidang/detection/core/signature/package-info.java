// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Examiners of files that are evidence themselves: signatures, time-stamps, evidence records, certificates, revocation
 * lists, ASiC containers.
 *
 * <p>The judging is {@code seal} and {@code evidence}; here a file becomes octets, the covered content is found, and
 * verdicts become findings.
 */
package org.guidang.detection.core.signature;
