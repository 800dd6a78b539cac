// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    @Test
    @DisplayName("DA/T 70-2018 三个环节的检测项都在方案文件中")
    void the_national_profile_has_all_items_of_three_stages() {
        Profile profile = ProfileReader.shipped("DAT70-2018");

        assertEquals("DA/T 70-2018", profile.standard());
        assertEquals(40, profile.items(Phase.ARCHIVING).size());
        assertEquals(41, profile.items(Phase.RECEIPT).size());
        assertEquals(33, profile.items(Phase.PRESERVATION).size());
        for (Phase phase : Phase.values()) {
            Set<String> codes = new HashSet<>();
            for (CheckItem item : profile.items(phase)) {
                assertTrue(codes.add(item.code()), item.code() + " twice");
                assertTrue(item.code().startsWith(phase.prefix() + "-"), item.code());
                char property = item.code().charAt(3);
                assertEquals(Characteristic.values()[property - '1'], item.characteristic(), item.code());
            }
        }
    }

    @Test
    @DisplayName("未查明编号的检测项有标记且不执行")
    void unresolved_rows_are_marked_and_off_or_warn_only() {
        Profile profile = ProfileReader.shipped("DAT70-2018");

        for (Phase phase : Phase.values()) {
            for (CheckItem item : profile.items(phase)) {
                if (item.source().equals("?")) {
                    assertTrue(item.level() == Level.OFF || item.level() == Level.SHOULD, item.code());
                }
                if (item.method().isEmpty()) {
                    assertEquals(Level.OFF, item.level(), item.code());
                }
            }
        }
    }

    @Test
    @DisplayName("地方版只是另一个文件")
    void a_regional_edition_is_only_a_file() {
        Profile profile = ProfileReader.shipped("FZ-DAT85");

        assertEquals(32, profile.items(Phase.ARCHIVING).size());
        assertEquals("1-1-1", profile.items(Phase.ARCHIVING).get(0).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE profile><profile xmlns='urn:guidang:detection:profile:1'/>",
                "<profile xmlns='urn:guidang:detection:profile:1' id='x' standard='s' edition='1' title='t'/>",
                "<profile/>",
                "not xml"
            })
    void a_file_that_breaks_the_schema_is_refused(String file) {
        ProfileUnreadableException refused = assertThrows(
                ProfileUnreadableException.class,
                () -> ProfileReader.read("own", file.getBytes(StandardCharsets.UTF_8)));

        assertEquals("detection.profile.unreadable", refused.key());
    }

    @Test
    void an_id_never_becomes_a_path() {
        for (String id : List.of("../x", "a/b", "", ".")) {
            assertThrows(ProfileUnreadableException.class, () -> ProfileReader.shipped(id));
        }
    }
}
