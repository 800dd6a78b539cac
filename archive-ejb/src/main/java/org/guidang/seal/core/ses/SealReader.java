// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Reads a seal file (Seal.esl) or the seal inside a signature, of whichever version its shape tells. */
public final class SealReader {

    private SealReader() {}

    /**
     * @throws MalformedSealException when the octets are not one whole seal of a version we know
     */
    public static ElectronicSealData read(byte[] octets) throws MalformedSealException {
        return read(DerElement.of(octets));
    }

    static ElectronicSealData read(DerElement seal) throws MalformedSealException {
        List<DerElement> parts = seal.sequence(2, 5);
        return switch (parts.size()) {
            case 2 -> readV1(seal, parts);
            case 4, 5 -> readV4(seal, parts);
            default -> throw new MalformedSealException(seal.place(), "a seal of " + parts.size() + " elements");
        };
    }

    /** GM/T 0031-2014: SESeal ::= SEQUENCE { esealInfo, signInfo { cert, signatureAlgorithm, signData } }. */
    private static ElectronicSealData readV1(DerElement seal, List<DerElement> parts) throws MalformedSealException {
        List<DerElement> info = parts.get(0).sequence(4, 5);
        List<DerElement> header = info.get(0).sequence(3, 3);
        List<DerElement> property = info.get(2).sequence(6, 7);
        List<DerElement> signing = parts.get(1).sequence(3, 3);
        // Some makers of V1 seals already write certListType.
        boolean typed = property.size() == 7;
        int list = typed ? 3 : 2;
        return new ElectronicSealData(
                SesVersion.V1,
                seal.encoded(),
                sequenceOf(parts.get(0), signing.get(0), signing.get(1)),
                header.get(1).number(),
                identified(header).text(),
                info.get(1).text(),
                property.get(0).number(),
                property.get(1).text(),
                SignerList.read(
                        property.get(list), typed ? Optional.of(property.get(2).number()) : Optional.empty()),
                property.get(list + 1).time(),
                property.get(list + 2).time(),
                property.get(list + 3).time(),
                SealPicture.read(info.get(3)),
                signing.get(0).octetString(),
                signing.get(1).oid(),
                signing.get(2).bitString(),
                Optional.empty());
    }

    /** GB/T 38540-2020 6.2 and GM/T 0031-2025: SESeal ::= SEQUENCE { eSealInfo, cert, signAlgID, signedValue, [0] timeStamp? }. */
    private static ElectronicSealData readV4(DerElement seal, List<DerElement> parts) throws MalformedSealException {
        // extDatas, the fifth, is written untagged by some and [0] EXPLICIT by others; it is signed either way.
        List<DerElement> info = parts.get(0).sequence(4, 5);
        List<DerElement> header = info.get(0).sequence(3, 3);
        List<DerElement> property = info.get(2).sequence(7, 7);
        int written = header.get(1).number();
        return new ElectronicSealData(
                parts.size() == 5 || written == 5 ? SesVersion.V5 : SesVersion.V4,
                seal.encoded(),
                parts.get(0).encoded(),
                written,
                identified(header).text(),
                info.get(1).text(),
                property.get(0).number(),
                property.get(1).text(),
                SignerList.read(property.get(3), Optional.of(property.get(2).number())),
                property.get(4).time(),
                property.get(5).time(),
                property.get(6).time(),
                SealPicture.read(info.get(3)),
                parts.get(1).octetString(),
                parts.get(2).oid(),
                parts.get(3).bitString(),
                parts.size() == 5 ? Optional.of(tagged(parts.get(4))) : Optional.empty());
    }

    private static DerElement identified(List<DerElement> header) throws MalformedSealException {
        if (!header.get(0).text().equals("ES")) {
            throw new MalformedSealException(header.get(0).place(), "a seal header without ES");
        }
        return header.get(2);
    }

    /** The octets of the bit string inside [0] EXPLICIT. */
    static byte[] tagged(DerElement element) throws MalformedSealException {
        if (element.tag() != DerElement.TAGGED_0) {
            throw new MalformedSealException(element.place(), "expected a time-stamp [0]");
        }
        List<DerElement> inside = element.children();
        if (inside.size() != 1) {
            throw new MalformedSealException(element.place(), "expected one time-stamp");
        }
        return inside.get(0).bitString();
    }

    private static byte[] sequenceOf(DerElement... elements) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (DerElement element : elements) {
            content.writeBytes(element.encoded());
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(DerElement.SEQUENCE);
        int length = content.size();
        if (length < 0x80) {
            whole.write(length);
        } else {
            int octets = (39 - Integer.numberOfLeadingZeros(length)) / 8;
            whole.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                whole.write(length >>> (8 * i));
            }
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
