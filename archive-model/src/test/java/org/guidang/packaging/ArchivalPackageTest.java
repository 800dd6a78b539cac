// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchivalPackageTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final String ZEROS = "0".repeat(64);
    private static final Fixity ZIP = new Fixity(1000, ZEROS, ZEROS);

    private final ArchivalPackage pack = fixed(NOW);

    private static ArchivalPackage fixed(Instant stampedAt) {
        return ArchivalPackage.fixed(PackageNumber.of("33000001", 2026, 123), description(), fixing(stampedAt), NOW);
    }

    private static PackageDescription description() {
        return new PackageDescription(
                "330000261711151100004", "I1", "婚姻登记", "公共服务事项", "张某婚姻登记", "33000001", "A1", "YEARS_30", 2026);
    }

    private static Fixing fixing(Instant stampedAt) {
        return new Fixing(ZIP, new Digest(Digest.SM3, ZEROS), 3, 900, "CN=window", stampedAt);
    }

    private void offer() {
        pack.detected(true, "r1", NOW);
        pack.register(NOW);
        pack.offer(NOW);
    }

    @Test
    void a_package_goes_from_fixed_to_held() {
        offer();
        pack.accept(NOW);
        pack.hold(NOW);
        assertEquals(PackageState.HELD, pack.state());
        assertEquals("33000001-2026-000123 v1", pack.id().toString());
    }

    @Test
    @DisplayName("未通过归档检测不得登记")
    void a_package_that_failed_detection_is_not_registered() {
        pack.detected(false, "r1", NOW);
        assertEquals(
                "packaging.package.detection-not-passed",
                assertThrows(DetectionNotPassedException.class, () -> pack.register(NOW))
                        .key());
        assertEquals(PackageState.DETECTED, pack.state());
    }

    @Test
    void no_step_is_skipped() {
        assertThrows(PackageStateException.class, () -> pack.register(NOW));
        assertThrows(PackageStateException.class, () -> pack.offer(NOW));
        assertThrows(PackageStateException.class, () -> pack.accept(NOW));
        assertThrows(PackageStateException.class, () -> pack.hold(NOW));
        assertThrows(PackageStateException.class, () -> pack.returned("l1", "no", NOW));
        assertThrows(PackageStateException.class, pack::withdraw);
        assertEquals(PackageState.FIXED, pack.state());
    }

    @Test
    @DisplayName("退回后重新生成的信息包注明所回应的退回")
    void the_next_version_names_the_return_it_answers_and_takes_the_place_of_this_one() {
        offer();
        pack.returned("L-7/1", "缺少身份证", NOW);
        ArchivalPackage next = pack.answered(description(), fixing(null), NOW);

        assertEquals(2, next.version());
        assertEquals(PackageState.FIXED, next.state());
        assertEquals(Optional.of("L-7/1"), next.answersList());
        assertEquals(Optional.of("缺少身份证"), next.answersReason());
        assertEquals(Optional.of(2), pack.successor());
        assertThrows(PackageSupersededException.class, () -> pack.answered(description(), fixing(null), NOW));
    }

    @Test
    void a_registered_package_has_no_next_version_until_it_is_returned() {
        pack.detected(true, "r1", NOW);
        pack.register(NOW);
        assertThrows(PackageStateException.class, () -> pack.answered(description(), fixing(NOW), NOW));
    }

    @Test
    void a_withdrawn_package_can_be_offered_again() {
        offer();
        pack.withdraw();
        assertEquals(PackageState.REGISTERED, pack.state());
        pack.offer(NOW);
        assertEquals(PackageState.OFFERED, pack.state());
    }

    @Test
    @DisplayName("待补时间戳")
    void a_token_that_comes_later_is_kept_beside_the_zip_once() {
        ArchivalPackage pending = fixed(null);
        assertTrue(pending.timeStampPending());
        Fixity token = new Fixity(10, ZEROS, "1".repeat(64));
        pending.timeStamped(token, NOW);
        pending.timeStamped(new Fixity(11, ZEROS, "2".repeat(64)), NOW.plusSeconds(1));

        assertFalse(pending.timeStampPending());
        assertEquals(Optional.of(token), pending.laterToken());
        assertEquals(NOW, pending.fixing().timeStampedAt());
        assertEquals(ZIP, pending.fixing().zip());
    }

    @Test
    void a_number_of_another_form_is_unknown() {
        for (String bad : new String[] {"", "1-2026-1", "../x-2026-000001", "33000001-26-000001", null}) {
            assertThrows(PackageUnknownException.class, () -> new PackageNumber(bad), bad);
        }
    }
}
