// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Signatures and time-stamps made and verified, without a container: the server, the command line and the tests run
 * this same code.
 *
 * <p>CMS by RFC 5652 and GB/T 35275, time-stamps by RFC 3161 and GM/T 0033, certificate paths by RFC 5280. Nothing is
 * trusted but what {@link org.guidang.seal.core.Trust} names. Knows only {@code shared}.
 */
package org.guidang.seal.core;
