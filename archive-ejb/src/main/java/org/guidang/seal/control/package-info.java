// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The installation's keys, trust and time-stamp authority: configured, or the demonstration's.
 *
 * <p>Thin beans over {@code org.guidang.seal.core}; what they decide is tested there. Knows {@code shared} and {@code
 * organization}.
 */
package org.guidang.seal.control;
