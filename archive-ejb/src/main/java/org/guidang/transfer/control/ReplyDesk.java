// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.SigningKey;
import org.guidang.transfer.FormalReply;
import org.guidang.transfer.TransferListNumber;

/**
 * Makes the formal reply to a list when it is first asked for: the decisions stand by then, the key is the agency's, and
 * both parties get the same octets ever after. Signing and stamping run outside any transaction.
 */
@ApplicationScoped
public class ReplyDesk {

    @Inject
    ReplyBook book;

    @Inject
    Keys keys;

    @Inject
    TimeStamps timeStamps;

    @Inject
    Clock clock;

    /** @throws org.guidang.seal.TimeStampUnavailableException when no authority answers; nothing was made then */
    public FormalReply of(TransferListNumber number) {
        ReplyBook.Page page = book.open(number);
        return page.kept() != null ? page.kept() : book.keep(number, made(page));
    }

    private FormalReply made(ReplyBook.Page page) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SigningKey key = keys.ofOrganization(page.agency());
        try {
            byte[] cms = CmsSigner.sign(key, new ByteArrayInputStream(page.text()), now);
            byte[] stamped = CmsSigner.withTimeStamp(cms, timeStamps.stamp(SigningDesk.imprint(cms)));
            return new FormalReply(
                    page.key(),
                    page.text(),
                    stamped,
                    key.certificate().getSubjectX500Principal().getName(),
                    now);
        } catch (IOException | GeneralSecurityException notSigned) {
            throw new IllegalStateException("reply of " + page.agency(), notSigned);
        }
    }
}
