// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.transfer.ListVersion;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.Sample;
import org.guidang.transfer.TransferList;

/**
 * The sample of a list, with all that is needed to draw it again.
 *
 * @param sm3 digest of the submitted version the choice follows from
 * @param packages drawn, by row and number
 */
public record SampleView(
        int percent, String seed, String sm3, boolean mustOpen, String drawnBy, Instant drawnAt, List<Drawn> packages)
        implements Serializable {

    /** @param openedBy null while nobody looked at it */
    public record Drawn(String packageNumber, String openedBy, Instant openedAt) implements Serializable {}

    static SampleView of(TransferList list, Sample sample) {
        return new SampleView(
                sample.percent(),
                sample.seed(),
                list.versions().stream()
                        .filter(fixed -> fixed.version() == 1)
                        .map(ListVersion::text)
                        .findFirst()
                        .orElseThrow()
                        .sm3(),
                sample.mustOpen(),
                sample.drawnBy(),
                sample.drawnAt(),
                list.allPackages().stream()
                        .filter(OfferedPackage::isSampled)
                        .map(pack -> new Drawn(
                                pack.packageNumber(),
                                pack.openedBy().orElse(null),
                                pack.openedAt().orElse(null)))
                        .toList());
    }
}
