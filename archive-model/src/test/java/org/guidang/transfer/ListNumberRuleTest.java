// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListNumberRuleTest {

    @Test
    void the_standard_rule_is_window_year_serial() {
        assertEquals(
                "WZ-2026-0012", ListNumberRule.STANDARD.number("WZ", 2026, 12).value());
        assertEquals(
                "WZ-2026-12345",
                ListNumberRule.STANDARD.number("WZ", 2026, 12345).value());
    }

    @Test
    @DisplayName("窗口可自定编号规则")
    void a_window_may_have_a_rule_of_its_own() {
        assertEquals(
                "YJ-2026-WZ-000012",
                new ListNumberRule("YJ-{year}-{window}-{serial:6}")
                        .number("WZ", 2026, 12)
                        .value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{window}-{year}",
                "{year}-{serial:4}",
                "{window}-{serial:4}",
                "{window}-{year}-{serial:4}-{serial:4}",
                "{window}-{window}-{year}-{serial:4}",
                "{window}{year}-{serial:4}",
                "{window}-{year}-{serial:0}",
                "{window}-{year}-{serial}",
                "{window}-{year}-{serial:3}",
                "{window}-{year}-{number:4}",
                "{window}/{year}/{serial:4}",
                "移-{window}-{year}-{serial:4}",
                "../{window}-{year}-{serial:4}",
                "A-B-C-{window}-{year}-{serial:4}"
            })
    void what_could_give_one_number_twice_or_a_path_is_no_rule(String pattern) {
        assertThrows(ListNumberRuleException.class, () -> new ListNumberRule(pattern));
    }
}
