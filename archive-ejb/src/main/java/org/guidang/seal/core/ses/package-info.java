// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The structures of an electronic seal and of a signature made with it: GM/T 0031-2014 (V1), GB/T 38540-2020 (V4) and
 * GM/T 0031-2025 (V5). Reads octets, keeps them exactly as they were encoded so that signatures can be verified over
 * them, and decides nothing. Knows no other domain.
 */
package org.guidang.seal.core.ses;
