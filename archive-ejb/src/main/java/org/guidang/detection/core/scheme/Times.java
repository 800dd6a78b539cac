// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.scheme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * Times as metadata write them; without a zone they are read as Asia/Shanghai. Strict: 30 February, month 13 and hour 24
 * are no times, nor is a value with minutes in the place of the month or a stray blank.
 */
public final class Times {

    /** The zone of values that name none. */
    public static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private static final List<DateTimeFormatter> WITH_TIME =
            List.of(strict("uuuu-MM-dd HH:mm:ss"), strict("uuuu-MM-dd'T'HH:mm:ss"), strict("uuuu-MM-dd HH:mm:ss.SSS"));
    private static final List<DateTimeFormatter> DAYS =
            List.of(strict("uuuu-MM-dd"), strict("uuuuMMdd"), strict("uuuu年MM月dd日"), strict("uuuu年M月d日"));

    private Times() {}

    /** Empty when the text is no time in any of the forms known. A day without time is its beginning. */
    public static Optional<LocalDateTime> read(String text) {
        for (DateTimeFormatter form : WITH_TIME) {
            try {
                return Optional.of(LocalDateTime.parse(text, form));
            } catch (DateTimeException other) {
                // the next form
            }
        }
        for (DateTimeFormatter form : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, form).atStartOfDay());
            } catch (DateTimeException other) {
                // the next form
            }
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(text).atZoneSameInstant(HERE).toLocalDateTime());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Whether the text states a day only, so that it must not be compared by the hour. */
    public static boolean isDay(String text) {
        return text.length() <= 11;
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
