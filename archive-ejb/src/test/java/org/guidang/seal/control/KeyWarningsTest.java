// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guidang.audit.Operation;
import org.guidang.seal.core.ExpiringKey;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyWarningsTest {

    private static final Instant END = Instant.parse("2026-12-10T16:30:00Z");

    @TempDir
    Path folder;

    private House house;
    private KeyWarnings warnings;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        warnings = Wiring.wire(
                new KeyWarnings(), new Told(), house.organizations, house.people, house.log, house.desk, house.clock);
    }

    @Test
    @DisplayName("证书到期提醒：每一档只告知管理员和日志一次，日期按北京时间")
    void each_step_is_told_once_to_the_administrators_and_the_log() {
        assertTrue(warnings.tell(key("MZ", 30)));
        assertFalse(warnings.tell(key("MZ", 30)));
        assertEquals(List.of("admin KEY_EXPIRING MZ 2026-12-11"), house.notices.taken());
        assertTrue(warnings.tell(key("MZ", 7)));
        assertEquals(List.of("admin KEY_EXPIRING MZ 2026-12-11"), house.notices.taken());
        assertTrue(warnings.tell(key("MZ", 0)));
        assertEquals(List.of("admin KEY_EXPIRED MZ 2026-12-11"), house.notices.taken());
        assertEquals(List.of("MZ key.expires 30", "MZ key.expires 7", "MZ key.expired 0"), entries());
    }

    @Test
    void a_key_of_a_person_is_told_in_the_log_of_the_organization_and_one_of_nobody_in_that_of_the_system() {
        warnings.tell(key("zhang", 90));
        warnings.tell(key("tsa", 90));
        assertEquals(List.of("MZ key.expires 90", "system key.expires 90"), entries());
    }

    private List<String> entries() {
        return house.operations.entries.stream()
                .map(entry -> entry.number().chain() + " " + entry.operation() + " " + step(entry))
                .toList();
    }

    private static String step(Operation entry) {
        return entry.details()
                .lines()
                .filter(line -> line.startsWith("step="))
                .map(line -> line.substring("step=".length()))
                .findFirst()
                .orElse("none");
    }

    private static ExpiringKey key(String owner, int step) {
        return new ExpiringKey(owner, END, step, step);
    }

    /** What was told, in memory. */
    private static final class Told extends KeyWarningRows {
        private final Set<ExpiringKey> told = new HashSet<>();

        @Override
        boolean remember(ExpiringKey key, Instant now) {
            return told.add(key);
        }
    }
}
