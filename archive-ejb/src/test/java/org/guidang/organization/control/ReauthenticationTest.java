// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.guidang.notice.control.InMemoryPeople;
import org.guidang.notice.control.Ticking;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.ReauthenticationGuard;
import org.guidang.organization.core.Totp;
import org.guidang.shared.BusinessRuleException;
import org.guidang.transfer.control.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReauthenticationTest {

    private static final String PASSWORD = "Guidang-2026";
    private static final String POLICY = "guidang.sign.second-factor";
    private static final Duration STEP = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Ticking clock = new Ticking();
    private SecondFactorHouse house;

    @BeforeEach
    void open() {
        house = new SecondFactorHouse(
                new InMemoryPeople(Passwords.hash(PASSWORD), List.of(House.ZHANG, House.LI)), clock, folder);
    }

    @AfterEach
    void clear() {
        System.clearProperty(POLICY);
    }

    private String enrolled() {
        String secret = house.enrolment.begin("zhang", PASSWORD);
        house.enrolment.confirm("zhang", code(secret));
        clock.go(STEP);
        return secret;
    }

    private String code(String secret) {
        return Totp.code(secret, clock.instant());
    }

    private void check(String password, String code) {
        house.reauthentication.check("zhang", new IdentityProof(password, code));
    }

    private void refused(String key, Runnable act) {
        assertEquals(key, assertThrows(BusinessRuleException.class, act::run).key());
    }

    @Test
    @DisplayName("启用动态码后，签字须口令和动态码都正确")
    void who_has_a_second_factor_signs_with_both() {
        assertDoesNotThrow(() -> check(PASSWORD, null));
        String secret = enrolled();
        refused("organization.second-factor.code-missing", () -> check(PASSWORD, null));
        refused("organization.second-factor.code-missing", () -> check(PASSWORD, " "));
        refused("organization.reauthentication.failed", () -> check("wrong", code(secret)));
        String wrong = code(secret).equals("000000") ? "000001" : "000000";
        refused("organization.reauthentication.failed", () -> check(PASSWORD, wrong));
        assertDoesNotThrow(() -> check(PASSWORD, code(secret)));
        assertDoesNotThrow(() -> house.reauthentication.check("li", new IdentityProof(PASSWORD, null)));
    }

    @Test
    @DisplayName("A-08：用过的动态码在有效期内再用即被拒，启用时用过的也一样")
    void a_code_counts_once() {
        String secret = house.enrolment.begin("zhang", PASSWORD);
        house.enrolment.confirm("zhang", code(secret));
        refused("organization.reauthentication.failed", () -> check(PASSWORD, code(secret)));
        clock.go(STEP);
        String used = code(secret);
        assertDoesNotThrow(() -> check(PASSWORD, used));
        refused("organization.reauthentication.failed", () -> check(PASSWORD, used));
        String before = Totp.code(secret, clock.instant().minus(STEP));
        refused("organization.reauthentication.failed", () -> check(PASSWORD, before));
        clock.go(STEP);
        refused("organization.reauthentication.failed", () -> check(PASSWORD, used));
        assertDoesNotThrow(() -> check(PASSWORD, code(secret)));
    }

    @Test
    @DisplayName("连续五次失败锁定十五分钟，期间正确的也不接受")
    void five_failures_lock_for_a_quarter_of_an_hour() {
        String secret = enrolled();
        for (int count = 0; count < ReauthenticationGuard.MOST_FAILURES; count++) {
            refused("organization.reauthentication.failed", () -> check("wrong", code(secret)));
        }
        refused("organization.reauthentication.locked", () -> check(PASSWORD, code(secret)));
        clock.go(ReauthenticationGuard.LOCKED.minusSeconds(1));
        refused("organization.reauthentication.locked", () -> check(PASSWORD, code(secret)));
        clock.go(Duration.ofSeconds(1));
        assertDoesNotThrow(() -> check(PASSWORD, code(secret)));
        for (int count = 1; count < ReauthenticationGuard.MOST_FAILURES; count++) {
            refused("organization.reauthentication.failed", () -> check("wrong", null));
        }
        clock.go(STEP);
        assertDoesNotThrow(() -> check(PASSWORD, code(secret)));
        refused("organization.reauthentication.failed", () -> check("wrong", null));
        clock.go(STEP);
        assertDoesNotThrow(() -> check(PASSWORD, code(secret)));
    }

    @Test
    @DisplayName("策略要求时，未启用者不能签字；写错的策略按要求处理")
    void where_the_policy_requires_it_nobody_signs_without() {
        for (String said : List.of("required", "requierd")) {
            System.setProperty(POLICY, said);
            refused("organization.second-factor.required", () -> check(PASSWORD, "123456"));
        }
        String secret = enrolled();
        assertDoesNotThrow(() -> check(PASSWORD, code(secret)));
        System.setProperty(POLICY, "enrolled");
        assertDoesNotThrow(() -> house.reauthentication.check("li", new IdentityProof(PASSWORD, null)));
    }

    @Test
    void enrolment_wants_the_password_and_a_first_code_in_time() {
        refused("organization.reauthentication.failed", () -> house.enrolment.begin("zhang", "wrong"));
        String first = house.enrolment.begin("zhang", PASSWORD);
        String second = house.enrolment.begin("zhang", PASSWORD);
        refused("organization.second-factor.not-confirmed", () -> house.enrolment.confirm("zhang", code(first)));
        assertDoesNotThrow(() -> check(PASSWORD, null));
        clock.go(Duration.ofMinutes(15).plusSeconds(1));
        refused("organization.second-factor.not-confirmed", () -> house.enrolment.confirm("zhang", code(second)));
        enrolled();
        refused("organization.second-factor.in-force", () -> house.enrolment.begin("zhang", PASSWORD));
    }

    @Test
    @DisplayName("停用须口令和动态码；管理员可解除；每一步都告知日志")
    void it_is_taken_away_by_the_person_with_both_or_by_an_administrator() {
        String secret = enrolled();
        refused(
                "organization.second-factor.code-missing",
                () -> house.enrolment.remove("zhang", new IdentityProof(PASSWORD, null)));
        house.enrolment.remove("zhang", new IdentityProof(PASSWORD, code(secret)));
        assertDoesNotThrow(() -> check(PASSWORD, null));
        enrolled();
        house.enrolment.reset("zhang");
        assertDoesNotThrow(() -> check(PASSWORD, null));
        refused("organization.second-factor.none", () -> house.enrolment.reset("zhang"));
    }

    @Test
    void the_row_alone_opens_nothing() throws Exception {
        String secret = enrolled();
        assertFalse(house.factors.factors.get("zhang").lockedSecret().contains(secret));
        assertTrue(Files.exists(folder.resolve("data/keys/second-factor.key")));
    }

    @Test
    void an_account_that_is_unknown_shows_nothing() {
        refused(
                "organization.reauthentication.failed",
                () -> house.reauthentication.check("nobody", new IdentityProof(PASSWORD, null)));
    }
}
