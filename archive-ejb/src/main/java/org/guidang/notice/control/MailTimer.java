// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guidang.notice.MailMessage;
import org.guidang.notice.core.MailCall;
import org.guidang.notice.core.MailServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the mails that are due, one after the other; a server that does not answer ends the round. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {

    private static final Logger LOG = LoggerFactory.getLogger(MailTimer.class);
    private static final int AT_ONCE = 50;

    @Inject
    MailOutbox outbox;

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    private final AtomicBoolean busy = new AtomicBoolean();

    @PostConstruct
    void open() {
        List<String> wrong = settings.wrong();
        if (!wrong.isEmpty()) {
            LOG.info("no mail is sent, these settings are absent or wrong: {}", wrong);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void ring() {
        MailServer server = settings.server().orElse(null);
        if (server == null || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            List<String> due = outbox.due(AT_ONCE);
            if (due.isEmpty()) {
                return;
            }
            MailCall call = new MailCall(server);
            for (String id : due) {
                MailMessage message = outbox.take(id).orElse(null);
                if (message != null && !send(call, message)) {
                    return;
                }
            }
        } finally {
            busy.set(false);
        }
    }

    /** False when there is no use in trying the next one now. */
    private boolean send(MailCall call, MailMessage message) {
        MailCall.Answer answer =
                call.send(message.id(), message.address(), message.subject(), message.text(), clock.instant());
        outbox.tried(message.id(), answer);
        if (!answer.taken()) {
            LOG.warn("mail {} not taken: {}", message.id(), answer.failure());
        }
        return answer.taken() || answer.lasting();
    }
}
