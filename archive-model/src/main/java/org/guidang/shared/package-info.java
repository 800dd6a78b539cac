// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The few things every domain speaks of: digests, findings, refusals, actors, words, and where octets lie.
 * It follows no standard of its own. It knows nobody.
 */
package org.guidang.shared;
