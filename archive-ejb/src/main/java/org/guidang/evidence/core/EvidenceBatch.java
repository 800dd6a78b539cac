// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.guidang.evidence.EvidenceRecord;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.shared.Digest;

/**
 * Many data groups under one time-stamp (RFC 4998 section 4). A data group is what belongs together, a package or all
 * its parts; its record proves the whole group and nothing about its neighbours. Records are made one at a time on
 * request, so that a hundred thousand need not lie in memory.
 */
public final class EvidenceBatch {

    private final String algorithm;
    private final List<List<byte[]>> groups;
    private final HashTree tree;
    private final ContentInfo token;

    private EvidenceBatch(String algorithm, List<List<byte[]>> groups, HashTree tree, byte[] token) throws IOException {
        this.algorithm = algorithm;
        this.groups = groups;
        this.tree = tree;
        // In DER once and for all; what is not asked for again as DER is copied as it lies and not taken apart.
        this.token = ContentInfo.getInstance(Asn1.read(Asn1.read(token).getEncoded(ASN1Encoding.DER)));
    }

    /** One digest per package, all by the same algorithm. */
    public static EvidenceBatch ofPackages(List<Digest> packages, TimeStampAuthority authority) throws IOException {
        String algorithm = packages.get(0).algorithm();
        List<List<byte[]>> groups = new ArrayList<>(packages.size());
        for (Digest each : packages) {
            if (!each.algorithm().equals(algorithm)) {
                throw new IllegalArgumentException(each.algorithm() + " among " + algorithm);
            }
            groups.add(List.of(each.bytes()));
        }
        return of(algorithm, groups, authority);
    }

    /**
     * Builds the tree and asks for one token over its root.
     *
     * @param groups at least one, none empty; values by the algorithm
     * @throws org.guidang.seal.TimeStampUnavailableException when there is no token; nothing was made then
     */
    public static EvidenceBatch of(String algorithm, List<List<byte[]>> groups, TimeStampAuthority authority)
            throws IOException {
        try {
            MessageDigest digest = Cryptography.digest(algorithm);
            List<byte[]> leaves = new ArrayList<>(groups.size());
            for (List<byte[]> group : groups) {
                leaves.add(HashTree.node(digest, group));
            }
            HashTree tree = new HashTree(algorithm, leaves);
            byte[] token = authority.stamp(Digest.of(algorithm, tree.root()));
            return new EvidenceBatch(algorithm, List.copyOf(groups), tree, token);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    public int size() {
        return groups.size();
    }

    /** The record of one group, by its index in the list given. */
    public EvidenceRecord record(int index) throws IOException {
        return new EvidenceRecord(
                algorithm,
                new org.bouncycastle.asn1.tsp.EvidenceRecord(null, null, archiveTimeStamp(index))
                        .getEncoded(ASN1Encoding.BER));
    }

    /** The archive time-stamp of one group with its reduced hash tree. */
    ArchiveTimeStamp archiveTimeStamp(int index) {
        List<PartialHashtree> reduced = new ArrayList<>();
        List<byte[]> group =
                groups.get(index).stream().sorted(HashTree.ASCENDING).toList();
        List<byte[]> siblings = tree.siblings(index);
        if (group.size() > 1) {
            reduced.add(new PartialHashtree(group.toArray(new byte[0][])));
        }
        for (byte[] sibling : siblings) {
            // A lone digest shares its first list with its sibling, so that no reader wonders whether to digest it
            // again.
            reduced.add(
                    reduced.isEmpty()
                            ? new PartialHashtree(sorted(group.get(0), sibling))
                            : new PartialHashtree(sibling));
        }
        try {
            AlgorithmIdentifier identifier = new AlgorithmIdentifier(Cryptography.digestOid(algorithm));
            return new ArchiveTimeStamp(
                    identifier, reduced.isEmpty() ? null : reduced.toArray(new PartialHashtree[0]), token);
        } catch (NoSuchAlgorithmException unlikely) {
            throw new IllegalStateException(unlikely);
        }
    }

    private static byte[][] sorted(byte[] one, byte[] other) {
        return HashTree.ASCENDING.compare(one, other) <= 0 ? new byte[][] {one, other} : new byte[][] {other, one};
    }
}
