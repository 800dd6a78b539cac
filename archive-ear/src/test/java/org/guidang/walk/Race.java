// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Two clients who ask at the same moment, and what the one who came second has to be told. */
final class Race {

    private static final Set<Integer> REFUSALS = Set.of(403, 409, 412);
    private static final Pattern WHEN = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

    private final Random chance;

    /** What came of it: one was done; the other may have been done before. */
    record Result(HttpResponse<String> one, HttpResponse<String> other) {

        boolean oneWon() {
            return done(one);
        }

        HttpResponse<String> winner() {
            return oneWon() ? one : other;
        }

        /** Exactly one was done, and the other is told by whom and when. */
        void requireOneWinner(String whoOne, String whoOther) {
            assertTrue(
                    done(one) != done(other),
                    () -> "not one winner:\n" + one.statusCode() + " " + one.body() + "\n" + other.statusCode() + " "
                            + other.body());
            requireTold(oneWon() ? other : one, oneWon() ? whoOne : whoOther);
        }

        private static boolean done(HttpResponse<String> answer) {
            return answer.statusCode() / 100 == 2;
        }
    }

    /** @param seed of the small delays that let either start first */
    Race(long seed) {
        chance = new Random(seed);
    }

    /** Both start at a barrier, one of them a few milliseconds late. */
    Result run(Supplier<HttpResponse<String>> one, Supplier<HttpResponse<String>> other) {
        CyclicBarrier start = new CyclicBarrier(2);
        int late = chance.nextInt(17) - 8;
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> at(start, late, one));
        CompletableFuture<HttpResponse<String>> second = CompletableFuture.supplyAsync(() -> at(start, -late, other));
        return new Result(first.join(), second.join());
    }

    /** A refusal in form and words: a problem, whose act it was, and when. */
    static void requireTold(HttpResponse<String> refusal, String who) {
        String said = refusal.statusCode() + " " + refusal.body();
        assertTrue(REFUSALS.contains(refusal.statusCode()), said);
        assertTrue(
                refusal.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"), said);
        assertTrue(refusal.body().contains(who), () -> who + " is not named: " + said);
        assertTrue(WHEN.matcher(refusal.body()).find(), said);
    }

    private static HttpResponse<String> at(CyclicBarrier start, int late, Supplier<HttpResponse<String>> act) {
        try {
            start.await();
            Thread.sleep(Math.max(0, late));
            return act.get();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
