// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads SignedValue.dat of a seal: SES_Signature of whichever version its shape tells. */
public final class SealSignatureReader {

    private SealSignatureReader() {}

    /**
     * @throws MalformedSealException when the octets are not one whole seal signature of a version we know
     */
    public static SealSignatureData read(byte[] octets) throws MalformedSealException {
        DerElement whole = DerElement.of(octets);
        List<DerElement> parts = whole.sequence(2, 5);
        return switch (parts.size()) {
            case 2 -> readV1(parts);
            case 4, 5 -> readV4(parts);
            default -> throw new MalformedSealException(whole.place(), "a signature of " + parts.size() + " elements");
        };
    }

    /** GM/T 0031-2014: certificate and algorithm are inside what is signed. */
    private static SealSignatureData readV1(List<DerElement> parts) throws MalformedSealException {
        List<DerElement> signed = parts.get(0).sequence(7, 7);
        DerElement time = signed.get(2);
        boolean token = time.tag() == DerElement.BIT_STRING && startsWithSequence(time.bitString());
        return new SealSignatureData(
                SesVersion.V1,
                parts.get(0).encoded(),
                signed.get(0).number(),
                SealReader.read(signed.get(1)),
                token ? Optional.empty() : Optional.of(claimedTime(time)),
                signed.get(3).bitString(),
                signed.get(4).text(),
                signed.get(5).octetString(),
                signed.get(6).oid(),
                parts.get(1).bitString(),
                token ? Optional.of(time.bitString()) : Optional.empty());
    }

    /** GB/T 38540-2020 7.2: SES_Signature ::= SEQUENCE { toSign, cert, signatureAlgID, signature, [0] timeStamp? }. */
    private static SealSignatureData readV4(List<DerElement> parts) throws MalformedSealException {
        List<DerElement> signed = parts.get(0).sequence(5, 6);
        ElectronicSealData seal = SealReader.read(signed.get(1));
        return new SealSignatureData(
                seal.version() == SesVersion.V5 ? SesVersion.V5 : SesVersion.V4,
                parts.get(0).encoded(),
                signed.get(0).number(),
                seal,
                Optional.of(claimedTime(signed.get(2))),
                signed.get(3).bitString(),
                signed.get(4).text(),
                parts.get(1).octetString(),
                parts.get(2).oid(),
                parts.get(3).bitString(),
                parts.size() == 5 ? Optional.of(SealReader.tagged(parts.get(4))) : Optional.empty());
    }

    private static boolean startsWithSequence(byte[] octets) {
        return octets.length > 0 && (octets[0] & 0xff) == DerElement.SEQUENCE;
    }

    /** V1 wraps the time in a BIT STRING: as bare text, or as an encoded UTCTime or GeneralizedTime. */
    private static Instant claimedTime(DerElement time) throws MalformedSealException {
        if (time.tag() != DerElement.BIT_STRING) {
            return time.time();
        }
        byte[] inside = time.bitString();
        if (inside.length > 2 && (inside[0] == DerElement.UTC_TIME || inside[0] == DerElement.GENERALIZED_TIME)) {
            return DerElement.of(inside).time();
        }
        return SealTimes.read(new String(inside, StandardCharsets.ISO_8859_1), time.place());
    }
}
