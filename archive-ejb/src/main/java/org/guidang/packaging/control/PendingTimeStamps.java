// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.packaging.core.TimeBatch;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.control.SealSettings;
import org.guidang.seal.control.TimeStamps;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays the debt of time-stamps (待补时间戳): every minute, longest waiting first, until the authority fails again. What
 * proves the time goes beside the zip; the fixed octets stay as they are. By policy each package gets a token of its own,
 * or packages wait a while and share one. One round at a time, so that no version is stamped twice.
 */
@Singleton
@PermitAll
public class PendingTimeStamps {

    private static final Logger LOG = LoggerFactory.getLogger(PendingTimeStamps.class);
    private static final int AT_ONCE = 1000;
    private static final int ENOUGH_TO_SHARE = 100;
    private static final long LARGEST_TOKEN = 1 << 20;

    @Inject
    PackageDesk desk;

    @Inject
    PackageFiles files;

    @Inject
    TimeStamps timeStamps;

    @Inject
    SealSettings settings;

    @Inject
    ContentStore contents;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", persistent = false)
    @Lock(LockType.WRITE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void pay() {
        List<ArchivalPackage> waiting = desk.waitingForTime(AT_ONCE);
        Duration patience = settings.batching();
        if (waiting.isEmpty() || !patience.isZero() && !isTime(waiting, patience)) {
            return;
        }
        Map<ArchivalPackage, byte[]> signatures = signatures(waiting);
        try {
            if (patience.isZero()) {
                for (Map.Entry<ArchivalPackage, byte[]> each : signatures.entrySet()) {
                    keep(Map.ofEntries(each));
                }
            } else {
                keep(signatures);
            }
        } catch (TimeStampUnavailableException still) {
            LOG.warn("{} packages go on waiting for a time-stamp: {}", signatures.size(), still.getMessage());
        } catch (IOException notKept) {
            LOG.error("a time-stamp could not be kept; it is asked for again", notKept);
        }
    }

    /** Enough to share a token, or one that has waited as long as it may. */
    private boolean isTime(List<ArchivalPackage> waiting, Duration patience) {
        Instant since = waiting.get(0).fixedAt();
        return waiting.size() >= ENOUGH_TO_SHARE || !since.plus(patience).isAfter(clock.instant());
    }

    /** What is to be stamped; a package whose signature cannot be read holds nobody else up. */
    private Map<ArchivalPackage, byte[]> signatures(List<ArchivalPackage> waiting) {
        Map<ArchivalPackage, byte[]> signatures = new LinkedHashMap<>();
        for (ArchivalPackage pack : waiting) {
            try (PackageView view = files.open(pack)) {
                byte[] signature = view.signature().orElseThrow(() -> new IOException("no signature"));
                SigningSealer.suiteOf(signature);
                signatures.put(pack, signature);
            } catch (IOException unreadable) {
                LOG.error("package {} cannot be time-stamped: its signature cannot be read", pack.id(), unreadable);
            }
        }
        return signatures;
    }

    private void keep(Map<ArchivalPackage, byte[]> signatures) throws IOException {
        List<byte[]> proofs = TimeBatch.stamp(signatures.values(), timeStamps);
        int next = 0;
        for (Map.Entry<ArchivalPackage, byte[]> each : signatures.entrySet()) {
            byte[] proof = proofs.get(next++);
            Instant time = SigningSealer.timeOf(proof, each.getValue(), clock.instant());
            Fixity kept = contents.keep(new ByteArrayInputStream(proof), LARGEST_TOKEN);
            desk.timeStamped(each.getKey().id(), kept, time);
        }
    }
}
