// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Days of a filter, Asia/Shanghai, as the boundaries want them: instants, the end excluded. */
public final class Days {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Days() {}

    /** The beginning of the day; null when the text is no day, as a filter somebody mistyped in the address filters nothing. */
    public static Instant startOf(String text) {
        LocalDate day = parse(text);
        return day == null ? null : day.atStartOfDay(ZONE).toInstant();
    }

    public static Instant endOf(String text) {
        LocalDate day = parse(text);
        return day == null ? null : day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    private static LocalDate parse(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
