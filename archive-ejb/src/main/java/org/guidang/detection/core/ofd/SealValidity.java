// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.time.Duration;
import java.time.Instant;
import org.guidang.seal.core.ses.ElectronicSealData;
import org.guidang.shared.Characteristic;

/**
 * The seal was valid when it was put on (GB/T 38540-2020 8: 印章有效期), and the signing time does not lie in the
 * future.
 */
final class SealValidity implements SealStep {

    /** Ours: clocks of signer and examiner may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    @Override
    public void examine(SealCase seal) {
        seal.claimedTime().ifPresent(claimed -> {
            Instant now = seal.report().examination().at();
            if (claimed.isAfter(now.plus(CLOCKS_DIFFER))) {
                seal.report()
                        .failed("seal.time.future", Characteristic.AUTHENTICITY, seal.place(), "<= " + now, claimed);
            }
        });
        seal.sealed().ifPresent(data -> {
            ElectronicSealData stamp = data.seal();
            // Both count: the time-stamp cannot repair a claim outside the period, nor the claim a time-stamp.
            seal.claimedTime().ifPresent(claimed -> within(seal, stamp, claimed));
            seal.provenTime().ifPresent(proven -> within(seal, stamp, proven));
        });
    }

    private static void within(SealCase seal, ElectronicSealData stamp, Instant time) {
        if (time.isBefore(stamp.validFrom()) || time.isAfter(stamp.validTo())) {
            seal.report()
                    .failed(
                            "seal.validity.outside",
                            Characteristic.AUTHENTICITY,
                            seal.place(),
                            stamp.validFrom() + " – " + stamp.validTo(),
                            time);
        }
    }
}
