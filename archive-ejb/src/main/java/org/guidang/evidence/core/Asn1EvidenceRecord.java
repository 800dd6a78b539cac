// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.Cryptography;

/** Reads RFC 4998. */
final class Asn1EvidenceRecord implements EvidenceChains {

    private final ArchiveTimeStampChain[] raw;
    private final List<List<EvidenceStep>> chains = new ArrayList<>();

    /** @throws IOException when it is malformed or names a digest we do not know */
    Asn1EvidenceRecord(byte[] encoded) throws IOException {
        try {
            EvidenceRecord record = EvidenceRecord.getInstance(Asn1.read(encoded));
            raw = record.getArchiveTimeStampSequence().getArchiveTimeStampChains();
            for (ArchiveTimeStampChain chain : raw) {
                List<EvidenceStep> steps = new ArrayList<>();
                for (ArchiveTimeStamp stamp : chain.getArchiveTimestamps()) {
                    steps.add(step(stamp));
                }
                if (steps.isEmpty()) {
                    throw new IOException("an empty chain");
                }
                chains.add(List.copyOf(steps));
            }
            if (chains.isEmpty()) {
                throw new IOException("no chain");
            }
        } catch (RuntimeException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IOException("digest " + unknown.getMessage(), unknown);
        }
    }

    private static EvidenceStep step(ArchiveTimeStamp stamp) throws IOException, NoSuchAlgorithmException {
        PartialHashtree[] reduced = stamp.getReducedHashTree();
        List<List<byte[]>> lists = new ArrayList<>();
        if (reduced != null) {
            for (PartialHashtree list : reduced) {
                if (list.getValueCount() == 0) {
                    throw new IOException("an empty list in a hash tree");
                }
                lists.add(List.of(list.getValues()));
            }
        }
        byte[] token = stamp.getTimeStamp().getEncoded(ASN1Encoding.DER);
        return new EvidenceStep(
                Cryptography.digestName(stamp.getDigestAlgorithmIdentifier().getAlgorithm()),
                List.copyOf(lists),
                stamp.getTimeStamp().getEncoded(ASN1Encoding.BER),
                token);
    }

    @Override
    public List<List<EvidenceStep>> chains() {
        return List.copyOf(chains);
    }

    @Override
    public byte[] digestBefore(int chain, String algorithm) throws IOException, NoSuchAlgorithmException {
        byte[] before = new DERSequence(Arrays.copyOf(raw, chain)).getEncoded(ASN1Encoding.DER);
        return Cryptography.digest(algorithm).digest(before);
    }
}
