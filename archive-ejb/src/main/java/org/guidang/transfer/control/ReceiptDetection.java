// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.guidang.detection.Phase;
import org.guidang.detection.control.DetectionDesk;
import org.guidang.detection.control.DetectionRun;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferReceived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tests the packages of a received list anew, on the received octets, in the background and in the name of the reviewer
 * who began. What is to be done stands in the rows: a package without a result. So a stop in between loses nothing; the
 * next ring of the clock sets it going again.
 */
@ApplicationScoped
public class ReceiptDetection {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDetection.class);
    private static final int TOGETHER = 20;
    private static final int MOST_AT_ONCE = 4;

    @Resource
    ManagedExecutorService executor;

    @Inject
    DetectionRun detection;

    @Inject
    DetectionDesk desk;

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

    /** Takes up what a stop left unfinished. */
    public void resume() {
        results.unfinished(MOST_AT_ONCE).forEach(this::start);
    }

    private void run(TransferListNumber number) {
        Actor receiver = results.receiverOf(number);
        for (List<PackageVersion> next = results.pending(number, TOGETHER);
                !next.isEmpty();
                next = results.pending(number, TOGETHER)) {
            List<PackageVersion> found = new ArrayList<>();
            for (PackageVersion version : next) {
                try {
                    detection.run(desk.find(version).orElseThrow(), Phase.RECEIPT, receiver);
                    found.add(version);
                } catch (BusinessRuleException unavailable) {
                    LOG.warn("receipt detection of {} on {}: {}", version, number, unavailable.getMessage());
                } catch (IOException | RuntimeException failed) {
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
