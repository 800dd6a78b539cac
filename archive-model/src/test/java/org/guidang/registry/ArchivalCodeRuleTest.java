// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.guidang.catalog.RetentionPeriod;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchivalCodeRuleTest {

    private static final CodeValues VALUES = new CodeValues("J019", 2026, RetentionPeriod.YEARS_30, "MZ");

    @Test
    @DisplayName("DA/T 13-2022 与 DA/T 22 两种档号形式")
    void both_forms_of_the_standards_are_made() {
        assertEquals(
                "J019-ZY·2026·D30-00007",
                ArchivalCodeRule.DAT_13_2022.code(VALUES, 7).value());
        assertEquals(
                "J019-ZY·2026-D30-MZ-0007",
                ArchivalCodeRule.DAT_22_2015.code(VALUES, 7).value());
        assertEquals(
                "Z109-WS·2011·Y·办公室-0001",
                new ArchivalCodeRule("{fonds}-WS·{year}·{retention}·{agency}-{item:4}")
                        .code(new CodeValues("Z109", 2011, RetentionPeriod.PERMANENT, "办公室"), 1)
                        .value());
    }

    @Test
    void items_of_another_year_or_retention_are_another_series() {
        ArchivalCodeRule rule = ArchivalCodeRule.DAT_13_2022;
        assertEquals("J019-ZY·2026·D30-#", rule.series(VALUES));
        assertEquals("J019-ZY·2027·Y-#", rule.series(new CodeValues("J019", 2027, RetentionPeriod.PERMANENT, "MZ")));
    }

    @Test
    void a_number_longer_than_its_width_is_written_in_full() {
        assertEquals(
                "J019-ZY·2026·D30-123456",
                ArchivalCodeRule.DAT_13_2022.code(VALUES, 123456).value());
    }

    @Test
    void a_rule_recognises_its_own_codes_and_no_others() {
        ArchivalCodeRule rule = ArchivalCodeRule.DAT_13_2022;
        assertTrue(rule.fits("J019-ZY·2026·D30-00001"));
        assertTrue(rule.fits("J019-ZY·2026·D30-123456"));
        assertFalse(rule.fits("J019-ZY·2026·D30-0001"));
        assertFalse(rule.fits("J019-ZY·2026-D30-00001"));
        assertFalse(rule.fits("J019-ZY·2026·D20-00001"));
    }

    @Test
    @DisplayName("不成立的档号规则被拒绝")
    void a_pattern_without_exactly_one_item_number_or_with_unknown_places_is_refused() {
        for (String bad : new String[] {
            null, "", "{fonds}", "{item:4}{item:4}", "{item}", "{item:0}", "{fonds}-{box}-{item:4}", "{item:4}}"
        }) {
            assertEquals(
                    "registry.code-rule.malformed",
                    assertThrows(ArchivalCodeRuleException.class, () -> new ArchivalCodeRule(bad), bad)
                            .key());
        }
    }
}
