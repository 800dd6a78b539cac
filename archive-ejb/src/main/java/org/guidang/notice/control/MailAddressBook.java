// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.guidang.notice.MailRepository;

/** Tries a code in a transaction of its own, so that a refusal still counts the try. */
@ApplicationScoped
public class MailAddressBook {

    @Inject
    MailRepository mails;

    @Inject
    Clock clock;

    /** Whether the code proves the address of this person. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean confirm(String userName, String code) {
        return mails.addressToChange(userName)
                .map(address -> address.confirm(code, clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .orElse(false);
    }
}
