// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.detection.core.SealInformation;
import org.guidang.shared.Outcome;

/** 签章信息 without the picture: {@link SealInformation} says what each part means. All strings come from the file. */
public record SealRow(
        String id,
        boolean withSeal,
        String standard,
        String sealName,
        String sealId,
        String maker,
        String signer,
        String issuer,
        Instant claimedTime,
        Instant provenTime,
        Instant sealValidFrom,
        Instant sealValidTo,
        List<SealInformation.Stamp> stamps,
        List<String> protectedFiles,
        String standing,
        Outcome outcome,
        List<String> codes)
        implements Serializable {

    static SealRow of(SealInformation seal) {
        return new SealRow(
                seal.id(),
                seal.withSeal(),
                seal.standard(),
                seal.sealName(),
                seal.sealId(),
                seal.maker(),
                seal.signer(),
                seal.issuer(),
                seal.claimedTime(),
                seal.provenTime(),
                seal.sealValidFrom(),
                seal.sealValidTo(),
                seal.stamps(),
                seal.protectedFiles(),
                seal.standing(),
                seal.outcome(),
                seal.codes());
    }
}
