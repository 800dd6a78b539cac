// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.detection.CheckItem;
import org.guidang.detection.Deviation;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.ProfileVariation;
import org.guidang.shared.Digest;
import org.guidang.shared.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VariationReaderTest {

    @Test
    void only_the_named_items_differ_and_only_in_level_and_say_why() {
        Profile base = ProfileReader.shipped("DAT70-2018");
        ProfileVariation demonstration =
                VariationReader.shipped("DAT70-2018-DEMO").orElseThrow();
        Profile varied = demonstration.profile(new Digest(Digest.SM3, "00"));
        for (Phase phase : Phase.values()) {
            List<CheckItem> changed = varied.items(phase).stream()
                    .filter(item -> !base.items(phase).contains(item))
                    .toList();
            assertEquals(1, changed.size(), phase.name());
            CheckItem item = changed.get(0);
            assertEquals(Level.SHOULD, item.level());
            assertEquals(new Deviation(Level.MUST, Map.of(), "演示环境未配置杀毒软件"), item.deviation());
            assertEquals(base.item(item.code()).orElseThrow().parameters(), item.parameters());
        }
        assertEquals("DAT70-2018", varied.id());
        assertEquals("DAT70-2018-DEMO", varied.variation());
        assertEquals("DA/T 70-2018", varied.standard());
    }

    @Test
    void an_edition_is_no_variation() {
        assertEquals(Optional.empty(), VariationReader.shipped("DAT70-2018"));
    }

    @Test
    void an_item_the_standard_does_not_have_is_refused() {
        assertThrows(
                ProfileUnreadableException.class,
                () -> read("<level item=\"GD-9-9\" level=\"OFF\" reason=\"not wanted\"/>"));
    }

    @Test
    @DisplayName("放宽必检项必须写明理由")
    void a_mandatory_item_is_not_lowered_silently_in_a_file_either() {
        assertThrows(ProfileUnreadableException.class, () -> read("<level item=\"GD-4-2\" level=\"OFF\"/>"));
        assertEquals(
                1,
                read("<level item=\"GD-4-2\" level=\"OFF\" reason=\"no scanner\"/>")
                        .changes()
                        .size());
    }

    private static ProfileVariation read(String row) {
        byte[] file = ("<variation of=\"DAT70-2018\" id=\"X\" title=\"x\">" + row + "</variation>")
                .getBytes(StandardCharsets.UTF_8);
        return VariationReader.read("X", file);
    }
}
