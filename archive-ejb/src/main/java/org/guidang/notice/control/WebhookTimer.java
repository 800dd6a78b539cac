// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.guidang.notice.core.AddressRules;
import org.guidang.notice.core.WebhookCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, some at once, so that a receiver that is slow does not hold up the others. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookTimer {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookTimer.class);
    private static final int AT_ONCE = 8;

    @Inject
    WebhookOutbox outbox;

    @Inject
    WebhookSettings settings;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService executor;

    private final Set<String> sending = ConcurrentHashMap.newKeySet();
    private WebhookCall call;

    @PostConstruct
    void open() {
        call = new WebhookCall(
                new AddressRules(settings.networks(), settings.demonstration()), clock, WebhookCall.LONGEST);
    }

    @PreDestroy
    void close() {
        try {
            call.close();
        } catch (IOException stillOpen) {
            LOG.debug("connections to receivers end with the server", stillOpen);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    public void ring() {
        int free = AT_ONCE - sending.size();
        if (free <= 0) {
            return;
        }
        for (String id : outbox.due(free)) {
            if (sending.add(id)) {
                try {
                    executor.execute(() -> send(id));
                } catch (RejectedExecutionException full) {
                    sending.remove(id);
                    LOG.debug("webhooks wait for the next ring", full);
                }
            }
        }
    }

    private void send(String id) {
        try {
            outbox.take(id)
                    .ifPresent(parcel -> outbox.tried(
                            id, call.post(parcel.url(), parcel.secret(), parcel.delivery(), parcel.payload())));
        } catch (RuntimeException failed) {
            LOG.error("webhook delivery {}", id, failed);
        } finally {
            sending.remove(id);
        }
    }
}
