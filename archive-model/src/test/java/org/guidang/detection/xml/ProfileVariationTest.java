// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guidang.detection.CheckItem;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.shared.Level;
import org.junit.jupiter.api.Test;

class ProfileVariationTest {

    @Test
    void only_the_named_items_differ_and_only_in_level() {
        Profile base = ProfileReader.shipped("DAT70-2018");
        Profile varied = ProfileVariation.shipped("DAT70-2018-DEMO");
        for (Phase phase : Phase.values()) {
            List<CheckItem> changed = varied.items(phase).stream()
                    .filter(item -> !base.items(phase).contains(item))
                    .toList();
            assertEquals(1, changed.size(), phase.name());
            assertEquals(Level.SHOULD, changed.get(0).level());
            assertEquals(
                    base.item(changed.get(0).code()).orElseThrow(),
                    changed.get(0).at(Level.MUST));
        }
        assertEquals("DA/T 70-2018", varied.standard());
        assertNotEquals(base.digest(), varied.digest());
    }

    @Test
    void a_whole_profile_is_found_by_its_own_id() {
        assertEquals("DAT70-2018", ProfileVariation.shipped("DAT70-2018").id());
    }

    @Test
    void an_item_the_standard_does_not_have_is_refused() {
        byte[] file =
                "<variation of=\"DAT70-2018\" id=\"X\" edition=\"1\" title=\"x\"><level item=\"GD-9-9\" level=\"OFF\"/></variation>"
                        .getBytes(StandardCharsets.UTF_8);
        assertThrows(ProfileUnreadableException.class, () -> ProfileVariation.read("X", file));
    }
}
