// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.guidang.notice.boundary.InboxWatch;
import org.guidang.notice.boundary.UnreadCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open lines to pages: who holds one, and what goes over it. A page shows a ticket instead of its session cookie, so
 * that an open line never keeps a session alive that its person has left; with the session the ticket ends and so does
 * the line. Twice a minute every line is told its number anyway: another server may have changed it.
 */
@ApplicationScoped
public class PushLines {

    static final int MOST_LINES = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(PushLines.class);
    private static final int HEARTBEAT_SECONDS = 30;

    private record Line(String ticket, AsyncContext context) {}

    @Inject
    InboxWatch inboxes;

    @Inject
    UnreadCounts counts;

    @Resource
    ManagedScheduledExecutorService executor;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();

    @PostConstruct
    void open() {
        inboxes.watch(this::changed);
        executor.scheduleWithFixedDelay(
                () -> tell(everybody()), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** A new ticket for a person whose session was looked at just now. */
    String issue(String userName) {
        byte[] octets = new byte[32];
        random.nextBytes(octets);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        people.put(ticket, userName);
        return ticket;
    }

    /** The session is over: nobody is told anything on this ticket any more. */
    void end(String ticket) {
        people.remove(ticket);
        for (Line line : List.copyOf(lines)) {
            if (line.ticket().equals(ticket)) {
                send(line, "event: ended\ndata: {}\n\n");
                close(line);
            }
        }
    }

    /** Whose ticket it is; empty for one that never was or is over. */
    Optional<String> holder(String ticket) {
        return ticket == null ? Optional.empty() : Optional.ofNullable(people.get(ticket));
    }

    /** @return false when there are as many lines as this server holds; the page asks from time to time then */
    boolean add(String ticket, AsyncContext context) {
        if (lines.size() >= MOST_LINES) {
            return false;
        }
        Line line = new Line(ticket, context);
        lines.add(line);
        String person = people.get(ticket);
        if (person == null) {
            close(line);
        } else {
            send(line, message(person));
        }
        return true;
    }

    void forget(AsyncContext context) {
        lines.removeIf(line -> line.context() == context);
    }

    private void changed(Set<String> recipients) {
        try {
            executor.execute(() -> tell(recipients));
        } catch (RejectedExecutionException full) {
            LOG.debug("open pages learn at the next heartbeat", full);
        }
    }

    private Set<String> everybody() {
        return lines.stream()
                .map(line -> people.get(line.ticket()))
                .filter(person -> person != null)
                .collect(Collectors.toSet());
    }

    private void tell(Set<String> recipients) {
        Map<String, List<Line>> byPerson = lines.stream()
                .filter(line -> people.containsKey(line.ticket()))
                .collect(Collectors.groupingBy(line -> people.getOrDefault(line.ticket(), "")));
        byPerson.keySet().retainAll(recipients);
        byPerson.forEach((person, open) -> {
            try {
                String message = message(person);
                open.forEach(line -> send(line, message));
            } catch (RuntimeException failed) {
                LOG.warn("count of open pages not told this time", failed);
            }
        });
    }

    private String message(String person) {
        return "data: " + json(counts.of(person)) + "\n\n";
    }

    static String json(long unread) {
        return "{\"unread\":" + unread + "}";
    }

    private void send(Line line, String text) {
        synchronized (line.context()) {
            try {
                OutputStream out = line.context().getResponse().getOutputStream();
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException | IllegalStateException gone) {
                close(line);
            }
        }
    }

    private void close(Line line) {
        if (lines.remove(line)) {
            try {
                line.context().complete();
            } catch (IllegalStateException already) {
                LOG.trace("line was closed before", already);
            }
        }
    }
}
