// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProfileVariationTest {

    private static final Profile BASE = ProfileReader.shipped("DAT70-2018");

    private static ProfileVariation of(ProfileChange... changes) {
        return new ProfileVariation("WZ-1", "本单位方案", BASE, List.of(changes));
    }

    private static ProfileChange level(String item, Level level, String reason) {
        return new ProfileChange(item, level, Map.of(), reason);
    }

    private static List<String> codes(ProfileVariation variation) {
        return variation.findings().stream()
                .map(finding -> finding.file() + " " + finding.code())
                .toList();
    }

    @Test
    @DisplayName("必检项不能悄悄放宽")
    void weakening_a_mandatory_item_needs_grounds_and_raising_none() {
        for (Level lower : List.of(Level.SHOULD, Level.NOTE, Level.OFF)) {
            assertEquals(List.of("GD-1-7 profile.reason-missing"), codes(of(level("GD-1-7", lower, "    无 "))));
            assertEquals(List.of(), codes(of(level("GD-1-7", lower, "档号尚未编制"))));
        }
        CheckItem should = BASE.items(Phase.ARCHIVING).stream()
                .filter(item -> item.level() == Level.SHOULD && !item.method().isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), codes(of(level(should.code(), Level.MUST, ""))));
        assertEquals(List.of(), codes(of(level(should.code(), Level.NOTE, ""))));
    }

    @Test
    @DisplayName("必检项改参数同样要理由")
    void a_changed_parameter_of_a_mandatory_item_needs_grounds() {
        Map<String, String> other = Map.of("pattern", ".{1,80}");
        assertEquals(List.of("GD-1-7 profile.reason-missing"), codes(of(new ProfileChange("GD-1-7", null, other, ""))));
        assertEquals(List.of(), codes(of(new ProfileChange("GD-1-7", null, other, "沿用旧档号规则"))));
    }

    @Test
    void every_fault_is_told_at_once_with_item_place_expected_and_found() {
        List<Finding> findings = of(
                        level("GD-9-9", Level.OFF, "没有的检测项"),
                        level("GD-1-1", Level.MUST, ""),
                        level("GD-1-9", Level.MUST, ""),
                        new ProfileChange("GD-1-13", null, Map.of("depth", "21", "colour", "red"), "目录更深一些"),
                        level("GD-2-1", Level.NOTE, "x".repeat(501)))
                .findings();
        assertEquals(
                List.of(
                        "GD-1-1 profile.nothing-changed  ",
                        "GD-1-13 profile.parameter-unknown colour colour",
                        "GD-1-13 profile.parameter-number depth 21",
                        "GD-1-9 profile.no-method  MUST",
                        "GD-2-1 profile.reason-too-long  501",
                        "GD-9-9 profile.item-unknown  GD-9-9"),
                findings.stream()
                        .map(finding -> finding.file() + " " + finding.code() + " " + finding.place() + " "
                                + (finding.code().endsWith("nothing-changed") ? "" : finding.found()))
                        .toList());
        assertEquals("1–20", findings.get(2).expected());
    }

    @Test
    void an_item_is_changed_once() {
        assertEquals(
                List.of("GD-2-1 profile.item-twice"),
                codes(of(level("GD-2-1", Level.NOTE, "第一次的理由"), level("GD-2-1", Level.OFF, "第二次的理由"))));
    }

    @Test
    void parameters_are_held_to_type_and_limits() {
        assertEquals(
                "number",
                ParameterRule.of("least-dpi").orElseThrow().refuses("71").orElse(""));
        assertEquals(
                "", ParameterRule.of("least-dpi").orElseThrow().refuses("72").orElse(""));
        assertEquals(
                "number",
                ParameterRule.of("least-dpi").orElseThrow().refuses("1201").orElse(""));
        assertEquals(
                "number", ParameterRule.of("depth").orElseThrow().refuses("-1").orElse(""));
        assertEquals(
                "number", ParameterRule.of("depth").orElseThrow().refuses("1e1").orElse(""));
        assertEquals(
                "date",
                ParameterRule.of("earliest").orElseThrow().refuses("1949-02-30").orElse(""));
        assertEquals(
                "",
                ParameterRule.of("earliest").orElseThrow().refuses("1912-01-01").orElse(""));
        assertEquals(
                "word", ParameterRule.of("when").orElseThrow().refuses("never").orElse(""));
        for (String bad : List.of("", "(", "(a+)+", "(a*b*)*", "((a+))+", "(x+|y){2,}", "a".repeat(301))) {
            assertEquals(
                    "pattern",
                    ParameterRule.of("pattern").orElseThrow().refuses(bad).orElse(""),
                    bad);
        }
    }

    @Test
    @DisplayName("各版本标准的参数都有类型和范围，且自身合格")
    void every_parameter_of_every_edition_has_a_rule_and_obeys_it() {
        for (String edition : ProfileReader.editions()) {
            ProfileReader.shipped(edition).items().values().stream()
                    .flatMap(List::stream)
                    .forEach(item -> item.parameters().forEach((name, value) -> {
                        ParameterRule rule = ParameterRule.of(name).orElseThrow(() -> new AssertionError(name));
                        assertEquals("", rule.refuses(value).orElse(""), item.code() + " " + name);
                    }));
        }
    }

    @Test
    void the_canonical_form_names_edition_and_changes_and_nothing_else() {
        String expected = """
                guidang-detection-profile 1
                id=WZ-1
                title=本单位方案
                edition=DAT70-2018 1
                edition-digest=%s
                item=GD-1-13
                level=-
                parameter component=100
                parameter depth=8
                reason=目录\\\\n深\\n\\=
                item=GD-2-1
                level=NOTE
                reason=登记由人核对
                """.formatted(BASE.digest());
        ProfileChange second = level("GD-2-1", Level.NOTE, "登记由人核对");
        ProfileChange first = new ProfileChange("GD-1-13", null, Map.of("depth", "8", "component", "100"), "目录\\n深\n=");
        assertEquals(expected, new String(of(second, first).canonical(), StandardCharsets.UTF_8));
        assertArrayEquals(of(second, first).canonical(), of(first, second).canonical());
    }

    @Test
    void no_value_can_pass_for_two() {
        byte[] one = of(level("GD-2-1", Level.NOTE, "a\nitem=GD-2-2")).canonical();
        byte[] two =
                of(level("GD-2-1", Level.NOTE, "a"), level("GD-2-2", null, "")).canonical();
        assertFalse(Arrays.equals(one, two));
    }

    @Test
    void the_profile_to_test_by_carries_level_parameters_and_what_the_edition_said() {
        Profile profile = of(new ProfileChange("GD-1-13", Level.SHOULD, Map.of("depth", "8"), "目录更深一些"))
                .profile(new Digest(Digest.SM3, "ab"));
        CheckItem item = profile.item("GD-1-13").orElseThrow();
        assertEquals(Level.SHOULD, item.level());
        assertEquals(8, item.number("depth", 0));
        assertEquals(
                BASE.item("GD-1-13").orElseThrow().parameter("component", ""), item.parameter("component", "none"));
        assertEquals(new Deviation(Level.MUST, Map.of("depth", "8"), "目录更深一些"), item.deviation());
        assertEquals("WZ-1", profile.variation());
        assertEquals("DAT70-2018", profile.id());
        assertEquals("SM3:ab", profile.digest().toString());
        long others = profile.items().values().stream()
                .flatMap(List::stream)
                .filter(each -> each.deviation() != null)
                .count();
        assertEquals(1, others);
    }
}
