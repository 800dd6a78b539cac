// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guidang.evidence.core.EvidenceBatch;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.shared.Digest;

/**
 * Gives many signatures a time by few tokens: one for all signatures of a digest algorithm. Each gets an evidence record
 * of its own (RFC 4998 4.2: the token over the root, and its own reduced hash tree), which proves it without any of the
 * others. A signature that is alone gets the plain token.
 */
public final class TimeBatch {

    private TimeBatch() {}

    /**
     * A proof for each signature, in the order given.
     *
     * @param signatures octets of the signature files
     * @throws org.guidang.seal.TimeStampUnavailableException when a token is not to be had; nothing was stamped then
     *     that is kept
     */
    public static List<byte[]> stamp(Collection<byte[]> signatures, TimeStampAuthority authority) throws IOException {
        Map<String, List<Integer>> byAlgorithm = new LinkedHashMap<>();
        List<Digest> digests = new ArrayList<>(signatures.size());
        for (byte[] signature : signatures) {
            Digest digest = SigningSealer.digest(signature, SigningSealer.suiteOf(signature));
            byAlgorithm
                    .computeIfAbsent(digest.algorithm(), first -> new ArrayList<>())
                    .add(digests.size());
            digests.add(digest);
        }
        byte[][] proofs = new byte[digests.size()][];
        for (List<Integer> places : byAlgorithm.values()) {
            if (places.size() == 1) {
                proofs[places.get(0)] = authority.stamp(digests.get(places.get(0)));
                continue;
            }
            EvidenceBatch batch =
                    EvidenceBatch.ofPackages(places.stream().map(digests::get).toList(), authority);
            for (int i = 0; i < places.size(); i++) {
                proofs[places.get(i)] = batch.record(i).encoded();
            }
        }
        return List.of(proofs);
    }
}
