// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.standard();

    @ParameterizedTest
    @DisplayName("全年工作日数：2024 年 251 天，2025 年 248 天，2026 年 248 天")
    @CsvSource({"2024,251", "2025,248", "2026,248"})
    void a_year_has_as_many_working_days_as_its_arrangement_leaves(int year, int expected) {
        long working = Stream.iterate(LocalDate.of(year, 1, 1), day -> day.getYear() == year, day -> day.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count();
        assertEquals(expected, working);
        assertFalse(calendar.isProvisional(year));
    }

    @Test
    @DisplayName("调休的周日上班，放假的周一休息")
    void a_make_up_sunday_works_and_a_holiday_monday_does_not() {
        assertTrue(calendar.isWorkingDay(LocalDate.of(2026, 1, 4)));
        assertTrue(calendar.isWorkingDay(LocalDate.of(2026, 2, 28)));
        assertFalse(calendar.isWorkingDay(LocalDate.of(2026, 2, 23)));
        assertTrue(calendar.isWorkingDay(LocalDate.of(2026, 2, 24)));
        assertFalse(calendar.isWorkingDay(LocalDate.of(2026, 10, 11)));
    }

    @Test
    @DisplayName("期限从次日起算，跳过春节，计入调休上班日")
    void a_term_begins_the_day_after_and_goes_around_the_spring_festival() {
        assertEquals(LocalDate.of(2026, 2, 14), calendar.after(LocalDate.of(2026, 2, 13), 1));
        assertEquals(LocalDate.of(2026, 2, 25), calendar.after(LocalDate.of(2026, 2, 13), 3));
        assertEquals(LocalDate.of(2026, 2, 28), calendar.after(LocalDate.of(2026, 2, 13), 6));
        assertThrows(IllegalArgumentException.class, () -> calendar.after(LocalDate.of(2026, 2, 13), 0));
    }

    @Test
    void days_between_count_forwards_and_backwards_alike() {
        LocalDate friday = LocalDate.of(2026, 2, 13);
        LocalDate after = LocalDate.of(2026, 2, 25);
        assertEquals(3, calendar.between(friday, after));
        assertEquals(-3, calendar.between(after, friday));
        assertEquals(0, calendar.between(friday, friday));
    }

    @Test
    @DisplayName("没有公布放假安排的年份只有周末和法定节假日，并注明")
    void a_year_without_an_arrangement_says_so() {
        assertTrue(calendar.isProvisional(2027));
        assertFalse(calendar.isWorkingDay(LocalDate.of(2027, 6, 9)));
        assertTrue(calendar.isProvisional(2031));
        assertFalse(calendar.isWorkingDay(LocalDate.of(2031, 10, 2)));
        assertTrue(calendar.isWorkingDay(LocalDate.of(2031, 10, 6)));
    }
}
