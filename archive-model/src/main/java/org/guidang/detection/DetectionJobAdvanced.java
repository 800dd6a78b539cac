// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

/**
 * Packages of a batch that was opened for somebody's sake have results: fired every few packages and at its end, after they
 * are stored. A listener that misses it finds the results in the rows.
 */
public record DetectionJobAdvanced(String subject) {}
