// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Working days (工作日) in China: Monday to Friday, but for the holidays of the year's arrangement by the State Council,
 * and with its make-up days (调休上班). One file a year, {@code calendar/<year>.csv}, names its source. For a year whose
 * arrangement is not known, weekends and the statutory days alone are free, and {@link #isProvisional} says so.
 */
public final class WorkingCalendar {

    /** Where a day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String PROVISIONAL = "# provisional:";
    private static final String ARRANGEMENT = "# arrangement:";
    private static final Set<MonthDay> FIXED_BY_LAW = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private static final WorkingCalendar STANDARD = new WorkingCalendar();

    private record Year(boolean provisional, Map<LocalDate, Boolean> exceptions) {}

    private final Map<Integer, Year> years = new ConcurrentHashMap<>();

    private WorkingCalendar() {}

    public static WorkingCalendar standard() {
        return STANDARD;
    }

    public boolean isWorkingDay(LocalDate day) {
        Year year = year(day.getYear());
        Boolean works = year.exceptions().get(day);
        if (works != null) {
            return works;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend;
    }

    /**
     * The last day of a term: the {@code days}-th working day after {@code from}, which itself does not count.
     *
     * @param days at least 1
     */
    public LocalDate after(LocalDate from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a term has at least one working day, not " + days);
        }
        LocalDate day = from;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /**
     * Working days after {@code from} up to and with {@code to}; negative, counted the other way, when {@code to} is
     * earlier; 0 on the same day.
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int counted = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return counted;
    }

    /** Whether no arrangement of this year is known here, so that a term in it may still move. */
    public boolean isProvisional(int year) {
        return year(year).provisional();
    }

    private Year year(int year) {
        return years.computeIfAbsent(year, WorkingCalendar::read);
    }

    private static Year read(int year) {
        try (InputStream file = WorkingCalendar.class.getResourceAsStream("calendar/" + year + ".csv")) {
            return file == null ? byLawAlone(year) : read(file, year);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("calendar of " + year, unreadable);
        }
    }

    private static Year byLawAlone(int year) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        FIXED_BY_LAW.forEach(day -> exceptions.put(day.atYear(year), false));
        return new Year(true, Map.copyOf(exceptions));
    }

    private static Year read(InputStream file, int year) throws IOException {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        String head = lines.readLine();
        if (head == null || !head.startsWith(ARRANGEMENT) && !head.startsWith(PROVISIONAL)) {
            throw new IOException("calendar of " + year + " does not say where it comes from");
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split(",", 3);
            String[] days = fields[0].split("\\.\\.");
            LocalDate last = LocalDate.parse(days[days.length - 1]);
            for (LocalDate day = LocalDate.parse(days[0]); !day.isAfter(last); day = day.plusDays(1)) {
                if (day.getYear() != year || exceptions.put(day, "work".equals(fields[1])) != null) {
                    throw new IOException("calendar of " + year + ": " + line);
                }
            }
        }
        return new Year(head.startsWith(PROVISIONAL), Map.copyOf(exceptions));
    }
}
