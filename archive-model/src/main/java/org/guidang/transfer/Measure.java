// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.Fixity;

/** Measures octets: SM3 and SHA-256 in one pass. The model itself computes no digests. */
@FunctionalInterface
public interface Measure {

    Fixity of(byte[] octets);
}
