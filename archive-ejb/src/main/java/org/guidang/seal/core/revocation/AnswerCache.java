// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What services told, and that they told nothing, each for its time. Two who ask for the same at once make one request.
 * Holds a bounded number; what was not used for longest goes first.
 */
final class AnswerCache {

    private static final int MOST = 1_000;
    private static final int MOST_LISTS = 32;
    private static final Duration FAILURE_KEPT = Duration.ofMinutes(5);

    /** @param until not used after this */
    record Kept<T>(T value, Instant until) {}

    /** Asks over the network. */
    @FunctionalInterface
    interface Ask<T> {
        Kept<T> ask() throws RevocationUnavailableException;
    }

    private record Key(String address, X509Certificate about) {}

    private static final class Slot<T> {
        private T value;
        private RevocationProblem problem;
        private Instant until = Instant.MIN;

        synchronized T get(Clock clock, Ask<T> asking) throws RevocationUnavailableException {
            if (!clock.instant().isBefore(until)) {
                try {
                    Kept<T> told = asking.ask();
                    value = told.value();
                    problem = null;
                    until = told.until();
                } catch (RevocationUnavailableException none) {
                    value = null;
                    problem = none.problem();
                    until = clock.instant().plus(FAILURE_KEPT);
                    throw none;
                }
            }
            if (problem != null) {
                throw new RevocationUnavailableException(problem, "");
            }
            return value;
        }
    }

    private final Clock clock;
    private final Map<Key, Slot<StatusAnswer>> answers = bounded(MOST);
    private final Map<Key, Slot<X509CRL>> lists = bounded(MOST_LISTS);

    AnswerCache(Clock clock) {
        this.clock = clock;
    }

    StatusAnswer answer(String address, X509Certificate certificate, Ask<StatusAnswer> asking)
            throws RevocationUnavailableException {
        return slot(answers, new Key(address, certificate)).get(clock, asking);
    }

    X509CRL list(String address, X509Certificate issuer, Ask<X509CRL> asking) throws RevocationUnavailableException {
        return slot(lists, new Key(address, issuer)).get(clock, asking);
    }

    private static <T> Slot<T> slot(Map<Key, Slot<T>> slots, Key key) {
        synchronized (slots) {
            return slots.computeIfAbsent(key, none -> new Slot<>());
        }
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
