// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.guidang.shared.WorkingCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineRulesTest {

    private final WorkingCalendar calendar = WorkingCalendar.standard();
    private final DeadlineRules rules = DeadlineRules.standard("MZ");

    @ParameterizedTest
    @DisplayName("绿、黄、红、黑：应办日期 2026-11-20（周五）")
    @CsvSource({
        "2026-11-17,GREEN,3",
        "2026-11-18,YELLOW,2",
        "2026-11-20,YELLOW,0",
        "2026-11-21,RED,0",
        "2026-11-23,RED,-1",
        "2026-11-24,RED,-2",
        "2026-11-25,BLACK,-3"
    })
    void the_lamp_follows_the_working_days(LocalDate today, Lamp lamp, int left) {
        Deadline deadline = rules.look(Step.REVIEW, LocalDate.of(2026, 11, 20), today, calendar);
        assertEquals(new Deadline(Step.REVIEW, LocalDate.of(2026, 11, 20), lamp, left, false), deadline);
    }

    @Test
    void each_step_has_its_days() {
        LocalDate monday = LocalDate.of(2026, 11, 16);
        assertEquals(LocalDate.of(2026, 11, 19), rules.due(Step.RECEIPT, monday, calendar));
        assertEquals(LocalDate.of(2026, 11, 30), rules.due(Step.REVIEW, monday, calendar));
        assertEquals(LocalDate.of(2026, 11, 23), rules.due(Step.CORRECTION, monday, calendar));
        assertEquals(LocalDate.of(2026, 11, 19), rules.due(Step.SIGN_OFF, monday, calendar));
    }

    @Test
    @DisplayName("跨入放假安排未公布的年份要注明")
    void a_term_into_a_year_without_an_arrangement_is_provisional() {
        LocalDate due = rules.due(Step.REVIEW, LocalDate.of(2026, 12, 25), calendar);
        assertEquals(LocalDate.of(2027, 1, 11), due);
        assertTrue(rules.look(Step.REVIEW, due, LocalDate.of(2026, 12, 25), calendar)
                .provisional());
        assertFalse(rules.look(Step.REVIEW, LocalDate.of(2026, 12, 30), LocalDate.of(2026, 12, 25), calendar)
                .provisional());
    }

    @Test
    void all_wrong_figures_are_named_and_none_is_set() {
        DeadlineRulesException refused =
                assertThrows(DeadlineRulesException.class, () -> rules.set(0, 10, 251, 3, 2, -1, null));
        assertEquals(
                List.of("MZ", "receiptDays=0, correctionDays=251, escalationDays=-1", DeadlineRules.MOST_DAYS),
                refused.arguments());
        assertEquals(3, rules.days(Step.RECEIPT));
    }
}
