// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Electronic seals, signatures and time-stamps: the refusals and words about them.
 *
 * <p>Signatures are CMS (RFC 5652, GB/T 35275), time-stamps RFC 3161 (GM/T 0033 for SM2 with SM3). The making and the
 * verifying are plain Java in {@code org.guidang.seal.core} of the next module. Knows only {@code shared} and
 * {@code organization}.
 */
package org.guidang.seal;
