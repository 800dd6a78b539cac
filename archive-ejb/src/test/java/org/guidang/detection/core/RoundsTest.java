// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    @Test
    @DisplayName("各单位轮流，一件一件来")
    void ten_thousand_of_one_hold_up_nobody_elses_ten() {
        Map<String, Integer> work = new TreeMap<>(Map.of("WB", 10, "WZ", 10_000, "MZ", 10));
        Map<String, Instant> served = new TreeMap<>();
        List<String> order = new ArrayList<>();
        while (!work.isEmpty()) {
            String turn = Rounds.next(work.keySet(), served).orElseThrow();
            served.put(turn, NOON.plusMillis(order.size()));
            order.add(turn);
            work.computeIfPresent(turn, (organization, left) -> left == 1 ? null : left - 1);
        }
        assertEquals(10_020, order.size());
        assertEquals(List.of("MZ", "WB", "WZ", "MZ", "WB", "WZ"), order.subList(0, 6));
        assertEquals(28, order.lastIndexOf("WB"), "the last of ten, in the tenth round");
        assertEquals(27, order.lastIndexOf("MZ"));
    }

    @Test
    void whoever_comes_later_is_in_the_round_at_once() {
        Map<String, Instant> served = new TreeMap<>(Map.of("WZ", NOON));
        assertEquals(Optional.of("MZ"), Rounds.next(List.of("WZ", "MZ"), served));
        served.put("MZ", NOON.plusSeconds(1));
        assertEquals(Optional.of("WZ"), Rounds.next(List.of("WZ", "MZ"), served));
        assertEquals(Optional.of("MZ"), Rounds.next(List.of("MZ"), served));
        assertEquals(Optional.empty(), Rounds.next(List.of(), served));
    }

    @Test
    @DisplayName("预计剩余时间按最近的速度算")
    void the_forecast_is_the_pace_of_the_last_packages() {
        assertEquals(Optional.of(Duration.ofSeconds(200)), Forecast.left(NOON, NOON.plusSeconds(100), 50, 100));
        assertEquals(Optional.of(Duration.ZERO), Forecast.left(null, null, 0, 0));
        assertEquals(Optional.empty(), Forecast.left(null, null, 0, 5));
        assertEquals(Optional.empty(), Forecast.left(NOON, NOON, 0, 5));
    }
}
