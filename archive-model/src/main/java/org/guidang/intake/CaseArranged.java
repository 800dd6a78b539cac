// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

/**
 * A case is complete and in order; a package can be built of it.
 *
 * @param round 1 for the first arrangement, one more after each supplement
 */
public record CaseArranged(ApplicationNumber number, int round) {}
