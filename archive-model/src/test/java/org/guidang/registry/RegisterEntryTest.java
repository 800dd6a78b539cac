// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.DetectionNotPassedException;
import org.guidang.packaging.Fixing;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageStateException;
import org.guidang.shared.Actor;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** DB43/T 第6部分 6.7 归档登记. */
class RegisterEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Actor LI = new Actor("li", "李静", "WZ", Set.of());
    private static final Counted DECLARED = new Counted(3, 300);

    @Test
    @DisplayName("清点与申报不符不得登记，两个数都说明")
    void a_count_that_differs_blocks_the_registration_and_both_numbers_are_told() {
        ArchivalPackage pack = tested(true);
        CountDiffersException refused =
                assertThrows(CountDiffersException.class, () -> RegisterEntry.of(pack, new Counted(2, 300), LI, NOW));
        assertEquals(List.of("WZ-2026-000001 v1", 3, 300L, 2, 300L), refused.arguments());
        assertEquals(PackageState.DETECTED, pack.state());
        assertThrows(CountDiffersException.class, () -> RegisterEntry.of(pack, new Counted(3, 299), LI, NOW));
    }

    @Test
    @DisplayName("登记以清点与检测结果为据：登记项指明数量、报告与信息包")
    void the_entry_rests_on_the_count_and_on_the_report() {
        ArchivalPackage pack = tested(true);
        RegisterEntry entry = RegisterEntry.of(pack, DECLARED, LI, NOW);
        assertEquals(3, entry.files());
        assertEquals(300, entry.contentOctets());
        assertEquals("report-1", entry.report());
        assertEquals(pack.fixing().zip(), entry.zip());
        assertEquals("公共服务事项", entry.itemType());
        assertEquals("李静", entry.registeredBy());
        assertEquals(PackageState.REGISTERED, pack.state());
    }

    @Test
    @DisplayName("检测不合格或未检测不得登记，登记一次为限")
    void what_did_not_pass_or_is_registered_is_not_registered() {
        assertThrows(DetectionNotPassedException.class, () -> RegisterEntry.of(tested(false), DECLARED, LI, NOW));
        assertThrows(PackageStateException.class, () -> RegisterEntry.of(fixed(), DECLARED, LI, NOW));
        ArchivalPackage once = tested(true);
        RegisterEntry.of(once, DECLARED, LI, NOW);
        assertThrows(PackageStateException.class, () -> RegisterEntry.of(once, DECLARED, LI, NOW));
    }

    private static ArchivalPackage tested(boolean passed) {
        ArchivalPackage pack = fixed();
        pack.detected(passed, "report-1", NOW);
        return pack;
    }

    private static ArchivalPackage fixed() {
        return ArchivalPackage.fixed(
                PackageNumber.of("WZ", 2026, 1),
                new PackageDescription("330001", "I1", "婚姻登记", "公共服务事项", "某某婚姻登记", "WZ", "MZ", "YEARS_30", 2026),
                new Fixing(
                        new Fixity(1000, "a".repeat(64), "b".repeat(64)),
                        new Digest(Digest.SM3, "0".repeat(64)),
                        3,
                        300,
                        "CN=WZ",
                        NOW),
                NOW);
    }
}
