// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guidang.detection.DetectionJobAdvanced;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferReceived;

/**
 * Has the packages of a received list tested anew, on the received octets, in the name of the reviewer who began: as a batch of
 * detections opened with the receipt, in the same transaction. What the batch finds is carried over to the list.
 */
@ApplicationScoped
public class ReceiptDetection {

    private static final int MOST_AT_ONCE = 50;

    @Inject
    ReceiptResults results;

    void onReceived(@Observes TransferReceived event) {
        results.begin(event.number());
    }

    void onAdvanced(@Observes DetectionJobAdvanced event) {
        results.carryOver(new TransferListNumber(event.subject()));
    }

    /** Carries over what a stop left in the batch, and begins where no batch was opened. */
    public void resume() {
        for (TransferListNumber number : results.unfinished(MOST_AT_ONCE)) {
            results.beginUnlessBegun(number);
            results.carryOver(number);
        }
    }
}
