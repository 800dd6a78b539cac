// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.guidang.evidence.core.EvidenceVerdict;
import org.guidang.evidence.core.EvidenceVerifier;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;

/**
 * What proves when the signature of a package existed: an RFC 3161 token over the octets of the signature file, or an
 * RFC 4998 evidence record over the same octets, whose one token covers many packages. A token lies in the zip when it
 * came with the fixing; what came later lies beside the zip, because fixed octets never change.
 */
public final class LateTime {

    /** Added to the name of the zip for a token beside it. */
    public static final String TOKEN = ".tst";

    /** Added to the name of the zip for an evidence record of its signature ({@code manifest.p7s}) beside it. */
    public static final String RECORD = ".p7s.ers";

    /**
     * What a proof came to.
     *
     * @param time stated by it, trusted or not; null when it states none
     * @param proven the time, when everything about it holds; null otherwise
     */
    public record Proof(List<Finding> findings, Instant time, Instant proven) {}

    private LateTime() {}

    /** What is added to the name of the zip for this proof beside it. */
    public static String suffix(byte[] proof) {
        return isRecord(proof) ? RECORD : TOKEN;
    }

    /** An evidence record begins with its version, a token with the identifier of its content. */
    static boolean isRecord(byte[] proof) {
        try {
            ASN1Primitive read = Asn1.read(proof);
            return read instanceof ASN1Sequence parts
                    && parts.size() > 0
                    && parts.getObjectAt(0).toASN1Primitive() instanceof ASN1Integer;
        } catch (IOException neither) {
            return false;
        }
    }

    /** @param at now; the token itself is judged as of its own time */
    public static Proof verify(byte[] proof, byte[] signature, Trust trust, Instant at) throws IOException {
        if (isRecord(proof)) {
            EvidenceVerdict verdict =
                    new EvidenceVerifier(trust).verify(proof, List.of(SignedContent.of(signature)), at);
            Instant time = verdict.times().isEmpty() ? null : verdict.times().get(0);
            return new Proof(verdict.findings(), time, verdict.provenTime().orElse(null));
        }
        TimeStampVerdict verdict = new TimeStampVerifier(trust).verify(proof, SignedContent.of(signature), at);
        return new Proof(verdict.findings(), verdict.time(), verdict.proves() ? verdict.time() : null);
    }
}
