// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** An evidence record as read, RFC 4998 or RFC 6283. */
interface EvidenceChains {

    /** The chains, each with its archive time-stamps in their order; no chain is empty. */
    List<List<EvidenceStep>> chains();

    /** True when hash-tree renewal lists the digest of the past beside the data's, instead of digesting both into one. */
    default boolean sideBySide() {
        return false;
    }

    /** Digest, by the algorithm, of all chains before the given one, as hash-tree renewal takes it. */
    byte[] digestBefore(int chain, String algorithm) throws IOException, NoSuchAlgorithmException;
}
