// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Evidence records made, renewed and verified in plain Java.
 *
 * <p>The reduced hash tree is ours (RFC 4998 section 4), because a batch holds a hundred thousand packages; the ASN.1
 * classes are BouncyCastle's. Knows {@code shared} and {@code seal}.
 */
package org.guidang.evidence.core;
