// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** Inputs and roots published with Certificate Transparency's own reference tests (RFC 6962, SHA-256). */
    private static final String[] INPUTS = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
    };

    private static final String[] ROOTS = {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };

    @Test
    void the_published_roots_of_certificate_transparency_come_out() throws Exception {
        List<byte[]> leaves = new ArrayList<>();
        assertEquals(ROOTS[0], hex(MerkleTree.root("SHA-256", leaves)));
        for (int i = 0; i < INPUTS.length; i++) {
            leaves.add(HexFormat.of().parseHex(INPUTS[i]));
            assertEquals(ROOTS[i + 1], hex(MerkleTree.root("SHA-256", leaves)), i + 1 + " leaves");
        }
    }

    @Test
    void by_sm3_it_is_the_recursion_of_the_rfc_for_any_number_of_leaves() throws Exception {
        for (int size = 1; size < 40; size++) {
            List<byte[]> leaves = IntStream.range(0, size)
                    .mapToObj(i -> ("第 " + i).getBytes(StandardCharsets.UTF_8))
                    .toList();
            assertArrayEquals(recursive(leaves), MerkleTree.root("SM3", leaves), size + " leaves");
        }
    }

    @Test
    void order_number_and_level_are_part_of_the_root() throws Exception {
        byte[] a = {1};
        byte[] b = {2};
        byte[] both = MerkleTree.root("SM3", List.of(a, b));
        assertFalse(Arrays.equals(both, MerkleTree.root("SM3", List.of(b, a))));
        assertFalse(
                Arrays.equals(MerkleTree.root("SM3", List.of(a, b, b)), MerkleTree.root("SM3", List.of(a, b, b, b))));
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        node.write(MerkleTree.root("SM3", List.of(a)));
        node.write(MerkleTree.root("SM3", List.of(b)));
        assertFalse(Arrays.equals(both, MerkleTree.root("SM3", List.of(node.toByteArray()))));
    }

    /** MTH of RFC 6962 2.1 word for word, by another implementation of SM3. */
    private static byte[] recursive(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return sm3(new byte[] {0}, leaves.get(0));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return sm3(
                new byte[] {1}, recursive(leaves.subList(0, split)), recursive(leaves.subList(split, leaves.size())));
    }

    private static byte[] sm3(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }

    private static String hex(byte[] value) {
        return HexFormat.of().formatHex(value);
    }
}
