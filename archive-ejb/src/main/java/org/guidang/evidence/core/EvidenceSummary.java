// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.guidang.evidence.EvidenceRecord;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;

/**
 * What a record states, believed or not.
 *
 * @param first time of its first time-stamp
 * @param last time of its newest time-stamp
 * @param expires end of the validity of the certificate behind the newest time-stamp
 * @param timeStamps all of them
 * @param chains one more than the hash-tree renewals
 */
public record EvidenceSummary(Instant first, Instant last, Instant expires, int timeStamps, int chains) {

    /** @throws IOException when it is no record, or one without readable time-stamps and their certificate */
    public static EvidenceSummary of(EvidenceRecord record) throws IOException {
        List<List<EvidenceStep>> chains = new Asn1EvidenceRecord(record.encoded()).chains();
        List<EvidenceStep> steps = chains.stream().flatMap(List::stream).toList();
        TimeStampVerdict last = read(steps.get(steps.size() - 1));
        X509Certificate signer = last.signer();
        if (signer == null) {
            throw new IOException("time-stamp without certificate");
        }
        return new EvidenceSummary(
                read(steps.get(0)).time(), last.time(), signer.getNotAfter().toInstant(), steps.size(), chains.size());
    }

    private static TimeStampVerdict read(EvidenceStep step) throws IOException {
        TimeStampVerdict verdict =
                new TimeStampVerifier(Trust.none()).verify(step.token(), SignedContent.absent(), Instant.EPOCH);
        if (verdict.time() == null) {
            throw new IOException("time-stamp without time");
        }
        return verdict;
    }
}
