// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.math.BigInteger;
import org.guidang.shared.Digest;

/**
 * A request for a time-stamp and what its answer has to agree with.
 *
 * @param encoded DER of the TimeStampReq
 * @param imprint digest to be stamped
 * @param nonce fresh random number
 * @param policy wanted policy; null when any will do
 */
public record TimeStampQuery(byte[] encoded, Digest imprint, BigInteger nonce, String policy) {}
