// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DemonstrationSwitchTest {

    @Test
    @DisplayName("演示模式只有写明 off 才关闭，系统属性先于环境变量")
    void only_off_switches_it_off_and_the_property_goes_first() {
        assertTrue(said(null, null));
        assertTrue(said("", null));
        assertTrue(said("on", "off"));
        assertTrue(said("false", null));
        assertFalse(said("off", "on"));
        assertFalse(said(" OFF ", null));
        assertFalse(said(null, "off"));
    }

    private static boolean said(String property, String variable) {
        return DemonstrationSwitch.isOn(name -> property, name -> variable);
    }
}
