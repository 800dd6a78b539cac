// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.CmsSigner;
import org.guidang.transfer.PartySignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays the time-stamps owed to signatures under lists, every minute, longest waiting first, until the authority fails
 * again. The signature stays what it was; the token joins it as an unsigned attribute (CAdES signature-time-stamp).
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class ListTimeDebt {

    private static final Logger LOG = LoggerFactory.getLogger(ListTimeDebt.class);
    private static final int AT_ONCE = 200;

    @Inject
    SignatureBook book;

    @Inject
    TimeStamps timeStamps;

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    @Lock(LockType.WRITE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void pay() {
        for (PartySignature.Key key : book.withoutTime(AT_ONCE)) {
            try {
                byte[] cms = book.cms(key);
                byte[] token = timeStamps.stamp(SigningDesk.imprint(cms));
                Base64.Encoder base64 = Base64.getEncoder();
                book.timeStamped(
                        key, base64.encodeToString(CmsSigner.withTimeStamp(cms, token)), base64.encodeToString(token));
            } catch (TimeStampUnavailableException still) {
                LOG.warn("signatures under lists go on waiting for a time-stamp: {}", still.getMessage());
                return;
            } catch (IOException | GeneralSecurityException unreadable) {
                LOG.error("signature {} cannot be time-stamped", key, unreadable);
            }
        }
    }
}
