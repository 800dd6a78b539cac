// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.guidang.evidence.EvidenceRecord;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.TimeStampAuthority;

/**
 * Renews evidence records (RFC 4998 section 5): before a time-stamp's certificate or signature algorithm fails, by a
 * new time-stamp over the old; before the digest fails, by a new hash tree over data and old evidence. Many records are
 * renewed under one token. The records given stay as they are.
 */
public final class EvidenceRenewal {

    private EvidenceRenewal() {}

    /** Time-stamp renewal (5.2): the data is not needed. All records must be by one digest algorithm. */
    public static List<EvidenceRecord> renewTimeStamps(List<EvidenceRecord> records, TimeStampAuthority authority)
            throws IOException {
        String algorithm = records.get(0).algorithm();
        List<List<byte[]>> groups = new ArrayList<>();
        for (EvidenceRecord record : records) {
            if (!record.algorithm().equals(algorithm)) {
                throw new IllegalArgumentException(record.algorithm() + " among " + algorithm);
            }
            ArchiveTimeStamp last = lastOf(read(record));
            groups.add(List.of(digest(algorithm).digest(last.getTimeStamp().getEncoded(ASN1Encoding.DER))));
        }
        EvidenceBatch batch = EvidenceBatch.of(algorithm, groups, authority);
        List<EvidenceRecord> renewed = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            renewed.add(new EvidenceRecord(
                    algorithm,
                    read(records.get(i))
                            .addArchiveTimeStamp(batch.archiveTimeStamp(i), false)
                            .getEncoded(ASN1Encoding.DER)));
        }
        return renewed;
    }

    /**
     * Hash-tree renewal (5.3): the data is digested anew.
     *
     * @param algorithm the new digest
     * @param groups for each record the digests of its data by the new algorithm
     */
    public static List<EvidenceRecord> renewHashTrees(
            List<EvidenceRecord> records, String algorithm, List<List<byte[]>> groups, TimeStampAuthority authority)
            throws IOException {
        List<List<byte[]>> combined = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            byte[] sequence = digest(algorithm)
                    .digest(read(records.get(i)).getArchiveTimeStampSequence().getEncoded(ASN1Encoding.DER));
            List<byte[]> group = new ArrayList<>();
            for (byte[] data : groups.get(i)) {
                group.add(withSequence(algorithm, data, sequence));
            }
            combined.add(group);
        }
        EvidenceBatch batch = EvidenceBatch.of(algorithm, combined, authority);
        List<EvidenceRecord> renewed = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            renewed.add(new EvidenceRecord(
                    algorithm,
                    read(records.get(i))
                            .addArchiveTimeStamp(batch.archiveTimeStamp(i), true)
                            .getEncoded(ASN1Encoding.DER)));
        }
        return renewed;
    }

    /** 5.3 step 5: the digest of the data's digest followed by the digest of the sequence so far. */
    static byte[] withSequence(String algorithm, byte[] data, byte[] sequence) {
        MessageDigest digest = digest(algorithm);
        digest.update(data);
        return digest.digest(sequence);
    }

    private static org.bouncycastle.asn1.tsp.EvidenceRecord read(EvidenceRecord record) throws IOException {
        return org.bouncycastle.asn1.tsp.EvidenceRecord.getInstance(Asn1.read(record.encoded()));
    }

    private static ArchiveTimeStamp lastOf(org.bouncycastle.asn1.tsp.EvidenceRecord record) {
        ArchiveTimeStampSequence sequence = record.getArchiveTimeStampSequence();
        ArchiveTimeStampChain chain = sequence.getArchiveTimeStampChains()[sequence.size() - 1];
        ArchiveTimeStamp[] stamps = chain.getArchiveTimestamps();
        return stamps[stamps.length - 1];
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return Cryptography.digest(algorithm);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }
}
