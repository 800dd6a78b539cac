// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.guidang.evidence.core.MerkleTree;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;
import org.guidang.transfer.CanonicalText;

/**
 * What holds a version of a list fast in one line that fits into a QR code: whoever keeps the paper can later show that
 * neither the list nor a package behind it was changed.
 *
 * @param sm3 digest of the canonical text, hexadecimal
 * @param root Merkle root (RFC 6962, SM3) over the packages in the order of the list, hexadecimal
 * @param packages how many there are
 * @param octets of all package files together
 */
public record ListCheckpoint(String number, int version, String sm3, String root, int packages, long octets) {

    private static final String FORM = "GUIDANG-LIST-2";

    /** A package as a leaf of the tree. */
    public record Leaf(String number, int version, Fixity zip) {

        /** Number, version and SM3 of the package file as one line of canonical text. */
        private byte[] octets() {
            return new CanonicalText()
                    .line(number, version, zip.sm3())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    public static ListCheckpoint of(String number, int version, String sm3, List<Leaf> packages) {
        try {
            byte[] root = MerkleTree.root(
                    Digest.SM3, packages.stream().map(Leaf::octets).toList());
            long octets =
                    packages.stream().mapToLong(leaf -> leaf.zip().octets()).sum();
            return new ListCheckpoint(number, version, sm3, HexFormat.of().formatHex(root), packages.size(), octets);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The line, as in {@code GUIDANG-LIST-2|WZ-2026-0012|2|SM3:…|ROOT:…|24|1048576}. */
    public String text() {
        return "%s|%s|%d|SM3:%s|ROOT:%s|%d|%d".formatted(FORM, number, version, sm3, root, packages, octets);
    }
}
