// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;

/**
 * One package version as pages and clients see it.
 *
 * @param files files of the case in it
 * @param contentOctets octets of these files
 * @param timeStampedAt null while the time-stamp is pending (待补时间戳)
 * @param laterTime true when the time-stamp came after fixing and lies beside the zip
 * @param detectionPassed of the last archiving detection; null when none ran
 * @param answersList the list whose return this version answers; null for none
 * @param returnReason why this version was returned; null when it was not
 * @param successor the version that took its place; null for the current one
 * @param rowVersion for ETag and If-Match
 */
public record PackageRow(
        PackageNumber number,
        int version,
        PackageState state,
        PackageDescription description,
        Fixity zip,
        Digest manifest,
        int files,
        long contentOctets,
        String signer,
        Instant fixedAt,
        Instant timeStampedAt,
        boolean laterTime,
        Boolean detectionPassed,
        String detectionReport,
        String answersList,
        String answersReason,
        String returnedList,
        String returnReason,
        Integer successor,
        long rowVersion)
        implements Serializable {

    public static PackageRow of(ArchivalPackage pack) {
        return new PackageRow(
                pack.number(),
                pack.version(),
                pack.state(),
                pack.description(),
                pack.fixing().zip(),
                pack.fixing().manifest(),
                pack.fixing().files(),
                pack.fixing().contentOctets(),
                pack.fixing().signer(),
                pack.fixedAt(),
                pack.fixing().timeStampedAt(),
                pack.laterToken().isPresent(),
                pack.detectionPassed().orElse(null),
                pack.detectionReport().orElse(null),
                pack.answersList().orElse(null),
                pack.answersReason().orElse(null),
                pack.returnedList().orElse(null),
                pack.returnReason().orElse(null),
                pack.successor().orElse(null),
                pack.rowVersion());
    }

    public PackageVersion id() {
        return new PackageVersion(number, version);
    }

    public boolean timeStampPending() {
        return timeStampedAt == null;
    }
}
