// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.time.Instant;
import java.util.Optional;

/**
 * An electronic seal (电子印章, SESeal) as its maker wrote it. Read, not verified.
 *
 * @param encoded the whole seal, exactly as read
 * @param signedByMaker the octets the maker's signature is over: DER(SES_SealInfo); in V1 the sequence of seal
 *     information, maker's certificate and algorithm
 * @param writtenVersion the number in its header, which V1 seals often write as anything
 * @param vendor the maker's software, header Vid
 * @param id seal identifier esID
 * @param type 1 unit, 2 person; other numbers as written
 * @param makerCertificate DER
 * @param algorithm object identifier of the maker's signature
 * @param timeStamp token over the maker's signature; V5 only
 */
public record ElectronicSealData(
        SesVersion version,
        byte[] encoded,
        byte[] signedByMaker,
        int writtenVersion,
        String vendor,
        String id,
        int type,
        String name,
        SignerList signers,
        Instant created,
        Instant validFrom,
        Instant validTo,
        SealPicture picture,
        byte[] makerCertificate,
        String algorithm,
        byte[] makerSignature,
        Optional<byte[]> timeStamp) {}
