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
import java.time.Instant;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.Suite;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays the debt of time-stamps (待补时间戳): every minute, longest waiting first, until the authority fails again. The
 * token goes beside the zip; the fixed octets stay as they are. One at a time, so that no version is stamped twice.
 */
@Singleton
@PermitAll
public class PendingTimeStamps {

    private static final Logger LOG = LoggerFactory.getLogger(PendingTimeStamps.class);
    private static final int AT_ONCE = 200;
    private static final long LARGEST_TOKEN = 1 << 20;

    @Inject
    PackageDesk desk;

    @Inject
    PackageFiles files;

    @Inject
    TimeStamps timeStamps;

    @Inject
    ContentStore contents;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", persistent = false)
    @Lock(LockType.WRITE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void pay() {
        for (ArchivalPackage pack : desk.waitingForTime(AT_ONCE)) {
            try {
                stamp(pack);
            } catch (TimeStampUnavailableException still) {
                return;
            } catch (IOException unreadable) {
                LOG.error("package {} cannot be time-stamped: its signature cannot be read", pack.id(), unreadable);
            }
        }
    }

    private void stamp(ArchivalPackage pack) throws IOException {
        byte[] signature;
        try (PackageView view = files.open(pack)) {
            signature = view.signature().orElseThrow(() -> new IOException("no signature"));
        }
        Suite suite = SigningSealer.suiteOf(signature);
        byte[] token = timeStamps.stamp(SigningSealer.digest(signature, suite));
        Instant time = SigningSealer.timeOf(token, signature, clock.instant());
        Fixity kept = contents.keep(new ByteArrayInputStream(token), LARGEST_TOKEN);
        desk.timeStamped(pack.id(), kept, time);
    }
}
