// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.notice.DeliveryState;
import org.guidang.notice.MailAddress;
import org.guidang.notice.MailMessage;
import org.guidang.notice.MailRepository;

/** Mail in memory. */
public final class InMemoryMails implements MailRepository {

    private final Map<String, MailAddress> addresses = new HashMap<>();
    public final Map<String, MailMessage> messages = new LinkedHashMap<>();
    private final Map<String, Instant> leases = new HashMap<>();

    @Override
    public Optional<MailAddress> addressOf(String userName) {
        return Optional.ofNullable(addresses.get(userName));
    }

    @Override
    public Optional<MailAddress> addressToChange(String userName) {
        return addressOf(userName);
    }

    @Override
    public void add(MailAddress address) {
        addresses.put(address.userName(), address);
    }

    @Override
    public void remove(MailAddress address) {
        addresses.remove(address.userName());
    }

    @Override
    public void add(MailMessage message) {
        messages.put(message.id(), message);
    }

    @Override
    public Optional<MailMessage> find(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return messages.values().stream()
                .filter(one ->
                        one.state() == DeliveryState.WAITING && !one.nextAt().isAfter(now))
                .filter(one -> !leases.getOrDefault(one.id(), Instant.MIN).isAfter(now))
                .map(MailMessage::id)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean lease(String id, Instant now, Instant until) {
        if (leases.getOrDefault(id, Instant.MIN).isAfter(now)) {
            return false;
        }
        leases.put(id, until);
        return true;
    }

    @Override
    public long count(DeliveryState state) {
        return messages.values().stream().filter(one -> one.state() == state).count();
    }
}
