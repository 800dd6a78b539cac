// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence;

import java.util.Arrays;
import java.util.Objects;

/**
 * An evidence record (证据记录, RFC 4998) of one package: the proof that its digest existed at the first time-stamp, and
 * every renewal since. Immutable; a renewal is a new record that contains the old one.
 */
public final class EvidenceRecord {

    private final String algorithm;
    private final byte[] encoded;

    /**
     * @param algorithm digest of the newest chain, as {@link org.guidang.shared.Digest} names it
     * @param encoded DER of the EvidenceRecord
     */
    public EvidenceRecord(String algorithm, byte[] encoded) {
        this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
        this.encoded = encoded.clone();
    }

    public String algorithm() {
        return algorithm;
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidenceRecord record && Arrays.equals(encoded, record.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
