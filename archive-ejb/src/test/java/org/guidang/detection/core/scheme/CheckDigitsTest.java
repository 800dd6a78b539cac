// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11100000000013338W", "11220000013544541J", "11430000006122244L", "11330105002500287C",
                "113700000045046442", "11110000000021135M", "11100000000013661B", "91370406L24894136J",
                "11370800MB28559184", "11440100MB2C92200C"
            })
    @DisplayName("真实的统一社会信用代码校验通过，改动一位即不通过")
    void real_credit_codes_pass_and_fail_with_one_character_changed(String code) {
        assertTrue(CheckDigits.isCreditCode(code));
        for (int i = 0; i < 18; i++) {
            char other = code.charAt(i) == '2' ? '3' : '2';
            assertFalse(CheckDigits.isCreditCode(code.substring(0, i) + other + code.substring(i + 1)), "place " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "34052419800101001X", "440524188001010014"})
    void textbook_identity_numbers_pass(String number) {
        assertTrue(CheckDigits.isIdentityNumber(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "11010519491331002X", "1101051949123100", "", "11010519490230002X"})
    @DisplayName("校验位错、月份错、长度错的身份号码不通过")
    void other_identity_numbers_fail(String number) {
        assertFalse(CheckDigits.isIdentityNumber(number));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 09:00:00, true",
        "2026-11-20T09:00:00, true",
        "2026-11-20T09:00:00+08:00, true",
        "20261120, true",
        "2026-11-20, true",
        "2026年11月20日, true",
        "2026-02-30, false",
        "2026-13-01 00:00:00, false",
        "2026-11-20 24:00:00, false",
        "2026-25-20 10: 25:00, false",
        "26-11-20, false",
        "2026/11/20, false",
        "1763600000, false"
    })
    @DisplayName("时间只认真实存在的日期和时刻")
    void only_real_times_are_times(String text, boolean is) {
        assertEquals(is, Times.read(text).isPresent());
    }
}
