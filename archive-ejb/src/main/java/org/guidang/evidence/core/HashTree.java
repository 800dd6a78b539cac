// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.guidang.seal.core.Cryptography;

/**
 * The hash tree of RFC 4998 section 4.2, binary: leaves in ascending order, a node is the digest of its two children
 * concatenated in ascending order, a node without partner rises unchanged. Building takes one digest per leaf and keeps
 * all levels, so that each leaf's reduced tree (4.3) is a walk upwards.
 */
final class HashTree {

    /** Octets compare as unsigned numbers, as “binary ascending order” wants. */
    static final Comparator<byte[]> ASCENDING = Arrays::compareUnsigned;

    private final List<byte[][]> levels = new ArrayList<>();
    private final int[] position;

    /** @param leaves at least one, all by the algorithm */
    HashTree(String algorithm, List<byte[]> leaves) throws NoSuchAlgorithmException {
        MessageDigest digest = Cryptography.digest(algorithm);
        Integer[] order = new Integer[leaves.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(leaves::get, ASCENDING));
        position = new int[order.length];
        byte[][] level = new byte[order.length][];
        for (int i = 0; i < order.length; i++) {
            level[i] = leaves.get(order[i]);
            position[order[i]] = i;
        }
        levels.add(level);
        while (level.length > 1) {
            byte[][] above = new byte[(level.length + 1) / 2][];
            for (int i = 0; i < above.length; i++) {
                above[i] =
                        2 * i + 1 < level.length ? node(digest, List.of(level[2 * i], level[2 * i + 1])) : level[2 * i];
            }
            levels.add(above);
            level = above;
        }
    }

    byte[] root() {
        return levels.get(levels.size() - 1)[0].clone();
    }

    /** The siblings from the leaf, given by its index in the list, up to below the root. */
    List<byte[]> siblings(int leaf) {
        List<byte[]> path = new ArrayList<>();
        int at = position[leaf];
        for (byte[][] level : levels) {
            int partner = at ^ 1;
            if (partner < level.length) {
                path.add(level[partner]);
            }
            at >>= 1;
        }
        return path;
    }

    /** RFC 4998 4.2: a single value stands for itself, several are sorted, concatenated and digested. */
    static byte[] node(MessageDigest digest, Collection<byte[]> values) {
        if (values.size() == 1) {
            return values.iterator().next();
        }
        values.stream().sorted(ASCENDING).forEach(digest::update);
        return digest.digest();
    }
}
