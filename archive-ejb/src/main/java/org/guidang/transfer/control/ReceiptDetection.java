// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.guidang.detection.Phase;
import org.guidang.detection.boundary.DetectionView;
import org.guidang.detection.boundary.Detections;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.BusinessRuleException;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferReceived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tests the packages of a received list anew, on the received octets, in the background and by the agency's account that
 * began. What is to be done stands in the rows: a package without a result. So a stop in between loses nothing; the next
 * reviewer of the agency who looks at the list sets it going again.
 */
@ApplicationScoped
public class ReceiptDetection {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDetection.class);
    private static final int TOGETHER = 20;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Detections detections;

    @Inject
    ReceiptResults results;

    private final Set<TransferListNumber> running = ConcurrentHashMap.newKeySet();

    void onReceived(@Observes(during = TransactionPhase.AFTER_SUCCESS) TransferReceived event) {
        start(event.number());
    }

    /** Starts unless it runs on this node already. Returns at once. */
    public void start(TransferListNumber number) {
        if (!running.add(number)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    run(number);
                } finally {
                    running.remove(number);
                }
            });
        } catch (RejectedExecutionException full) {
            running.remove(number);
            LOG.warn("receipt detection of {} waits: {}", number, full.getMessage());
        }
    }

    private void run(TransferListNumber number) {
        for (List<PackageVersion> next = results.pending(number, TOGETHER);
                !next.isEmpty();
                next = results.pending(number, TOGETHER)) {
            Map<String, DetectionView> found = new LinkedHashMap<>();
            for (PackageVersion version : next) {
                try {
                    found.put(
                            version.packageNumber(),
                            detections.examine(version.number(), version.version(), Phase.RECEIPT));
                } catch (BusinessRuleException unavailable) {
                    LOG.warn("receipt detection of {} on {}: {}", version, number, unavailable.getMessage());
                } catch (RuntimeException failed) {
                    LOG.error("receipt detection of {} on {}", version, number, failed);
                }
            }
            if (found.isEmpty()) {
                return;
            }
            results.store(number, found);
        }
    }
}
