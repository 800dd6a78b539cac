// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mail addresses and the outbox of mails. Works inside the caller's transaction. */
public interface MailRepository {

    Optional<MailAddress> addressOf(String userName);

    /** The same, to be changed; nobody else changes it until the transaction ends. */
    Optional<MailAddress> addressToChange(String userName);

    void add(MailAddress address);

    void remove(MailAddress address);

    void add(MailMessage message);

    Optional<MailMessage> find(String id);

    /** Ids of messages that wait, longest first, whose time has come and that no other server has. */
    List<String> due(Instant now, int limit);

    /** Takes a message until then; false when another has it or it waits no more. */
    boolean lease(String id, Instant now, Instant until);

    long count(DeliveryState state);
}
