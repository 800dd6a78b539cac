// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.audit.control.OperationLog;
import org.guidang.notice.MailAddress;
import org.guidang.notice.MailRefusedException;
import org.guidang.notice.MailRepository;
import org.guidang.notice.control.MailAddressBook;
import org.guidang.notice.control.MailQueue;
import org.guidang.notice.control.MailSettings;
import org.guidang.organization.control.CurrentActor;

/** The caller's own mail address (邮件通知). Open to everyone signed in; nobody sees or sets another's. */
@Stateless
@PermitAll
public class MailAddresses {

    private static final int CODES = 100_000_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    MailRepository mails;

    @Inject
    MailAddressBook book;

    @Inject
    MailQueue queue;

    @Inject
    MailSettings settings;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    public MailAddressView get() {
        Optional<MailAddress> mine = mails.addressOf(me());
        return new MailAddressView(
                mine.map(MailAddress::address).orElse(null),
                mine.flatMap(MailAddress::confirmedAt).orElse(null),
                settings.wrong());
    }

    /**
     * Takes an address and mails it a code of eight digits; an address that was proven before counts no more.
     *
     * @throws MailRefusedException when it is no address, the last code is too young, or this product sends no mail
     */
    public MailAddressView set(String address) {
        List<String> wrong = settings.wrong();
        if (!wrong.isEmpty()) {
            throw MailRefusedException.off(String.join(", ", wrong));
        }
        String code = String.format("%08d", RANDOM.nextInt(CODES));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        MailAddress mine = mails.addressToChange(me()).orElse(null);
        if (mine == null) {
            mine = new MailAddress(me(), address, code, now);
            mails.add(mine);
        } else {
            mine.change(address, code, now);
        }
        queue.addCode(mine, code, now);
        log.record("mail-address.set", "person", me(), "done", Map.of());
        return get();
    }

    /** @throws MailRefusedException when the code is not the one mailed last, or no good any more */
    public MailAddressView confirm(String code) {
        if (!book.confirm(me(), code)) {
            throw MailRefusedException.code();
        }
        log.record("mail-address.confirm", "person", me(), "done", Map.of());
        return get();
    }

    /** No mail from now on; said twice, nothing more happens. */
    public MailAddressView remove() {
        mails.addressToChange(me()).ifPresent(mine -> {
            mails.remove(mine);
            log.record("mail-address.remove", "person", me(), "done", Map.of());
        });
        return new MailAddressView(null, null, settings.wrong());
    }

    private String me() {
        return currentActor.get().userName();
    }
}
