// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature made with an electronic seal (电子签章, SES_Signature) as it was written. Read, not verified.
 *
 * @param version of the signature, which must be that of its seal
 * @param signed TBS_Sign exactly as encoded: what the signature value is over
 * @param writtenVersion the number in TBS_Sign
 * @param time the signing time the signer claims; empty when V1 put a time-stamp token in its place
 * @param dataHash digest of what the seal was put on, in OFD of Signature.xml
 * @param propertyInfo in OFD the path of Signature.xml
 * @param certificate the signer's, DER
 * @param timeStamp token over the signature value
 */
public record SealSignatureData(
        SesVersion version,
        byte[] signed,
        int writtenVersion,
        ElectronicSealData seal,
        Optional<Instant> time,
        byte[] dataHash,
        String propertyInfo,
        byte[] certificate,
        String algorithm,
        byte[] signature,
        Optional<byte[]> timeStamp) {}
