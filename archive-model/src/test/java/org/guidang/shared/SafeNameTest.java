// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafeNameTest {

    /** A-21 of the attack cases, and what staff really send. */
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("婚姻证明", "婚姻证明"),
                Arguments.of("../../WEB-INF/x", "_._WEB-INF_x"),
                Arguments.of("婚姻证明\u202Excod.exe", "婚姻证明xcod.exe"),
                Arguments.of("CON", "_CON"),
                Arguments.of("con.txt", "_con.txt"),
                Arguments.of("COM\u00b9", "_COM\u00b9"),
                Arguments.of("a\u0000b", "ab"),
                Arguments.of("结婚/离婚登记表", "结婚_离婚登记表"),
                Arguments.of("C:\\x", "C__x"),
                Arguments.of("name. ", "name"),
                Arguments.of(" .hidden", "hidden"),
                Arguments.of("a\u200bb", "ab"),
                Arguments.of("a\u3000b", "a b"),
                Arguments.of("\u202e\u200b", "未命名"),
                Arguments.of("..", "未命名"),
                Arguments.of(null, "未命名"),
                Arguments.of("\uD842", "未命名"),
                Arguments.of("𠮷野㐀证明.pdf", "𠮷野㐀证明.pdf"),
                Arguments.of("e\u0301.pdf", "\u00e9.pdf"),
                Arguments.of("line\nbreak", "linebreak"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_from_outside_becomes_one_safe_component(String text, String safe) {
        assertEquals(safe, SafeName.of(text));
        assertTrue(SafeName.isSafe(SafeName.of(text)));
    }

    @Test
    void a_long_name_is_cut_between_characters_and_keeps_its_extension() {
        String name = SafeName.of("证".repeat(300) + ".pdf");
        assertEquals("证".repeat(65) + ".pdf", name);
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= SafeName.MOST_OCTETS);
        assertEquals("𠮷".repeat(50), SafeName.of("𠮷".repeat(51)));
    }

    @Test
    @DisplayName("归一后相同的名称不合并")
    void names_that_a_file_system_may_take_for_one_are_kept_apart() {
        Set<String> taken = new HashSet<>();
        String composed = "caf\u00e9.pdf";
        assertEquals(composed, SafeName.distinct(composed, taken));
        assertEquals("caf\u00e9(1).pdf", SafeName.distinct(Normalizer.normalize(composed, Normalizer.Form.NFD), taken));
        assertEquals("CAF\u00c9(2).PDF", SafeName.distinct("CAF\u00c9.PDF", taken));
        String longest = "证".repeat(65) + ".pdf";
        assertEquals(longest, SafeName.distinct(longest, taken));
        assertEquals("证".repeat(64) + "(1).pdf", SafeName.distinct(longest, taken));
    }

    @Test
    void a_sentence_after_a_dot_is_no_extension() {
        assertEquals("", SafeName.extension("a.b c"));
        assertEquals("", SafeName.extension(".profile"));
        assertEquals(".XML", SafeName.extension("电子出证记录.XML"));
        assertFalse(SafeName.isSafe("a:b"));
    }
}
