// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.guidang.seal.core.Cryptography;

/**
 * The Merkle tree of RFC 6962 section 2.1: leaves in the order given, a leaf is H(0x00 ‖ data), a node H(0x01 ‖ left ‖
 * right), so that no node can be passed off as a leaf; a node without partner rises unchanged, and no leaf without there
 * being one is thought up. Other than {@link HashTree} of RFC 4998 it keeps order and number of what it covers.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /**
     * The root over the data of all leaves; over none, the digest of nothing.
     *
     * @param algorithm name as {@link org.guidang.shared.Digest} has it
     */
    public static byte[] root(String algorithm, List<byte[]> leaves) throws NoSuchAlgorithmException {
        MessageDigest digest = Cryptography.digest(algorithm);
        if (leaves.isEmpty()) {
            return digest.digest();
        }
        byte[][] level = new byte[leaves.size()][];
        for (int i = 0; i < level.length; i++) {
            digest.update(LEAF);
            level[i] = digest.digest(leaves.get(i));
        }
        while (level.length > 1) {
            level = above(digest, level);
        }
        return level[0];
    }

    /** Pairs from the left: that is the split at the largest power of two below the number of leaves. */
    private static byte[][] above(MessageDigest digest, byte[][] level) {
        byte[][] above = new byte[(level.length + 1) / 2][];
        for (int i = 0; i < above.length; i++) {
            if (2 * i + 1 == level.length) {
                above[i] = level[2 * i];
            } else {
                digest.update(NODE);
                digest.update(level[2 * i]);
                above[i] = digest.digest(level[2 * i + 1]);
            }
        }
        return above;
    }
}
