// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.guidang.detection.CheckItem;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.ProfileChange;
import org.guidang.detection.ProfileChangesConverter;
import org.guidang.detection.ProfileVariation;
import org.guidang.detection.core.scheme.Scheme;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.shared.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    @Test
    @DisplayName("摘要是规范形式的 SM3")
    void the_digest_of_a_variation_is_sm3_over_its_canonical_form() {
        ProfileVariation variation =
                new ProfileVariation("WZ-1", "本单位方案", ProfileReader.shipped("FZ-DAT85"), List.of());
        byte[] canonical = variation.canonical();
        SM3Digest sm3 = new SM3Digest();
        sm3.update(canonical, 0, canonical.length);
        byte[] value = new byte[32];
        sm3.doFinal(value, 0);
        assertEquals(
                "SM3:" + HexFormat.of().formatHex(value),
                Profiles.of(variation).digest().toString());
        ProfileVariation next = new ProfileVariation("WZ-2", "本单位方案", variation.base(), List.of());
        assertNotEquals(Profiles.digest(variation), Profiles.digest(next));
    }

    @Test
    void the_demonstration_is_an_edition_varied_and_an_edition_is_itself() {
        assertEquals("DAT70-2018-DEMO", Profiles.shipped("DAT70-2018-DEMO").variation());
        assertEquals("SM3", Profiles.shipped("DAT70-2018-DEMO").digest().algorithm());
        Profile edition = Profiles.shipped("DAT70-2018");
        assertEquals("", edition.variation());
        assertEquals(ProfileReader.shipped("DAT70-2018"), edition);
    }

    @Test
    void every_scheme_an_item_may_name_is_there() {
        for (CheckItem item : ProfileReader.shipped("DAT70-2018").items(Phase.ARCHIVING)) {
            if (item.parameters().containsKey("scheme")) {
                Scheme.named(item.parameter("scheme", ""));
            }
        }
    }

    @Test
    void changes_survive_the_database_as_they_are() {
        List<ProfileChange> changes = List.of(
                new ProfileChange("GD-1-13", null, Map.of("depth", "8", "component", "100"), "“引号”\n换行"),
                new ProfileChange("GD-2-1", Level.OFF, Map.of(), ""));
        ProfileChangesConverter converter = new ProfileChangesConverter();
        assertEquals(changes, converter.convertToEntityAttribute(converter.convertToDatabaseColumn(changes)));
    }
}
