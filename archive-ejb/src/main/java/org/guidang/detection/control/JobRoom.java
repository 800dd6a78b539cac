// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.guidang.detection.DetectionJobAdvanced;
import org.guidang.detection.DetectionJobOpened;
import org.guidang.detection.Phase;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageStateException;
import org.guidang.shared.BusinessRuleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where batches are worked on: a few workers that take package after package, one organization after the other, until nothing
 * is due. Nothing is held in memory that the rows do not say, so it may be stopped at any moment.
 */
@ApplicationScoped
public class JobRoom {

    private static final Logger LOG = LoggerFactory.getLogger(JobRoom.class);
    /** What waits for a batch hears of it this often, and not more than that, since it looks at all its packages then. */
    private static final int TOLD_AT_LEAST_EVERY = 20;

    private static final int TOLD_TIMES = 20;

    @Resource
    ManagedExecutorService executor;

    @Inject
    JobBook book;

    @Inject
    DetectionDesk desk;

    @Inject
    DetectionRun detection;

    @Inject
    DetectionSettings settings;

    @Inject
    Event<DetectionJobAdvanced> advanced;

    private final String node =
            System.getProperty("jboss.node.name", "node").replace("%", "").replace("_", "-");
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicInteger workers = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger through = new AtomicInteger();

    void onOpened(@Observes(during = TransactionPhase.AFTER_SUCCESS) DetectionJobOpened event) {
        ring();
    }

    /** Takes up what a stop left, and ends what has nothing left. */
    public void resume() {
        book.releaseLost(node, Set.copyOf(atWork));
        book.running().forEach(book::endIfThrough);
        ring();
    }

    /** Sees to it that as many workers are at work as may be. Returns at once. */
    public void ring() {
        for (int at = workers.get(); at < settings.threads(); at++) {
            if (workers.incrementAndGet() > settings.threads()) {
                workers.decrementAndGet();
                return;
            }
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException full) {
                workers.decrementAndGet();
                LOG.warn("batches wait: {}", full.getMessage());
                return;
            }
        }
    }

    private void work() {
        String worker = node + "#" + run + "#" + count.incrementAndGet();
        atWork.add(worker);
        try {
            for (Optional<JobBook.Taken> next = take(worker); next.isPresent(); next = take(worker)) {
                one(next.get(), worker);
            }
        } catch (RuntimeException broken) {
            LOG.error("work on batches breaks off until the clock rings", broken);
        } finally {
            atWork.remove(worker);
            workers.decrementAndGet();
        }
    }

    /** One at a time on this node; another node that was faster shows as a stale row, and the clock rings again. */
    private synchronized Optional<JobBook.Taken> take(String worker) {
        try {
            return book.take(worker);
        } catch (EJBException another) {
            LOG.info("row taken elsewhere: {}", another.getMessage());
            return Optional.empty();
        }
    }

    private void one(JobBook.Taken taken, String worker) {
        try {
            ArchivalPackage pack = desk.find(taken.version()).orElseThrow();
            requireOpen(pack, taken.job().phase());
            DetectionRun.Examined examined =
                    detection.examine(pack, taken.job().phase(), taken.job().actor());
            if (!book.finish(taken, worker, examined.report(), examined.record())) {
                LOG.warn(
                        "{} of batch {} was done by another worker",
                        taken.version(),
                        taken.job().id());
            }
        } catch (BusinessRuleException refused) {
            book.broken(taken, worker, refused.key(), refused.kind() == BusinessRuleException.Kind.UNAVAILABLE);
        } catch (Exception failed) {
            LOG.error("{} of batch {}", taken.version(), taken.job().id(), failed);
            book.broken(taken, worker, "detection.job.failed", true);
        }
        advance(taken);
    }

    private void advance(JobBook.Taken taken) {
        boolean ended = book.endIfThrough(taken.job().id());
        taken.job()
                .subject()
                .filter(subject -> ended
                        || through.incrementAndGet()
                                        % Math.max(
                                                TOLD_AT_LEAST_EVERY, taken.job().packages() / TOLD_TIMES)
                                == 0)
                .ifPresent(subject -> advanced.fire(new DetectionJobAdvanced(subject)));
    }

    private static void requireOpen(ArchivalPackage pack, Phase phase) {
        boolean open = pack.state() == PackageState.FIXED || pack.state() == PackageState.DETECTED;
        if (phase == Phase.ARCHIVING && !open) {
            throw new PackageStateException(pack.id(), pack.state(), PackageState.FIXED, PackageState.DETECTED);
        }
    }
}
