// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Evidence that outlives algorithms and certificates: records by which one time-stamp covers many packages and which are
 * renewed for as long as the holdings last.
 *
 * <p>RFC 4998 (ASN.1), read also by RFC 6283 (XML). Knows only {@code shared} and {@code seal}.
 */
package org.guidang.evidence;
