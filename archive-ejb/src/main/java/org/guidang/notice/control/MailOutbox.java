// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.guidang.notice.MailMessage;
import org.guidang.notice.MailRepository;
import org.guidang.notice.core.DeliveryBackoff;
import org.guidang.notice.core.MailCall;

/**
 * Mails that are due, one short transaction each: take one for a while, and afterwards write down what became of it. A server
 * that stops in between leaves a lease that runs out; the mail may then go twice, with the same Message-ID.
 */
@ApplicationScoped
public class MailOutbox {

    private static final Duration LEASE = Duration.ofMinutes(2);

    @Inject
    MailRepository mails;

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    private DeliveryBackoff backoff;

    @PostConstruct
    void open() {
        backoff = new DeliveryBackoff(settings.firstRetry(), new SecureRandom());
    }

    @Transactional(TxType.REQUIRES_NEW)
    public List<String> due(int limit) {
        return mails.due(now(), limit);
    }

    /** Empty when another server has it. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<MailMessage> take(String id) {
        Instant now = now();
        return mails.lease(id, now, now.plus(LEASE)) ? mails.find(id) : Optional.empty();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void tried(String id, MailCall.Answer answer) {
        MailMessage message = mails.find(id).orElseThrow();
        if (answer.taken()) {
            message.sent(now());
        } else {
            message.failed(answer.failure(), answer.lasting(), now(), backoff.after(message.tries() + 1));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
