// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Times in findings, as their reader knows them. */
class SentenceTimesTest {

    private static final String INSTANT = "2026-11-20T16:30:00Z";

    private static String said(Locale locale, String message) {
        Finding finding = Finding.failed("x", Characteristic.AUTHENTICITY, message)
                .expecting(INSTANT + " – " + INSTANT, INSTANT)
                .with(INSTANT, INSTANT, INSTANT);
        return Words.say(locale, finding);
    }

    @Test
    @DisplayName("中文语句里的时刻是北京时间的年月日时分秒")
    void a_chinese_sentence_tells_a_time_of_here() {
        String told = said(Locale.SIMPLIFIED_CHINESE, "seal.validity.outside");
        assertTrue(told.contains("2026年11月21日 00:30:00"), told);
        assertFalse(told.contains(INSTANT), told);
    }

    @Test
    @DisplayName("原样引用的元数据值一字不改")
    void a_quoted_value_stays_as_it_is_written() {
        String told = said(Locale.SIMPLIFIED_CHINESE, "detection.metadata.type");
        assertTrue(told.contains(INSTANT), told);
    }

    @Test
    void what_only_looks_like_an_instant_stays_as_it_is() {
        Finding finding = Finding.failed("x", Characteristic.AUTHENTICITY, "seal.validity.outside")
                .expecting("2026-19-39T29:00:00Z", "2026-19-39T29:00:00Z");
        assertTrue(Words.say(Locale.SIMPLIFIED_CHINESE, finding).contains("2026-19-39T29:00:00Z"));
    }
}
