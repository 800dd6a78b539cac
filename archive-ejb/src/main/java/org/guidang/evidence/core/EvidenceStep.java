// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guidang.seal.core.Cryptography;

/**
 * One archive time-stamp, whichever notation it was read from.
 *
 * @param algorithm digest of its chain
 * @param lists the reduced hash tree, the list with the data first; empty when the time-stamp covers the data itself
 * @param token the time-stamp
 * @param tokenAsHashed the octets of the time-stamp that its successor digests
 */
record EvidenceStep(String algorithm, List<List<byte[]>> lists, byte[] token, byte[] tokenAsHashed) {

    /** The values that the data, or the predecessor, has to be among. */
    List<byte[]> first() {
        return lists.isEmpty() ? List.of() : lists.get(0);
    }

    /** The value that has to be the time-stamp's imprint (RFC 4998 4.3); the data itself when there is no tree. */
    byte[] root(byte[] data) throws NoSuchAlgorithmException {
        if (lists.isEmpty()) {
            return data;
        }
        MessageDigest digest = Cryptography.digest(algorithm);
        byte[] node = HashTree.node(digest, lists.get(0));
        for (List<byte[]> list : lists.subList(1, lists.size())) {
            List<byte[]> values = new ArrayList<>(list);
            values.add(node);
            node = HashTree.node(digest, values);
        }
        return node;
    }

    boolean names(byte[] value) {
        return first().stream().anyMatch(each -> Arrays.equals(each, value));
    }
}
