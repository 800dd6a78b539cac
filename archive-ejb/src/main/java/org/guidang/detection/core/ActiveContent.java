// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells programs and scripts by their first octets or, where these say nothing, by the ending of the name. For what
 * documents carry inside them, where no format detector is asked.
 */
public final class ActiveContent {

    /** Octets from the start that are needed. */
    public static final int HEAD = 64;

    private static final Set<String> ENDINGS = Set.of(
            "exe",
            "dll",
            "com",
            "bat",
            "cmd",
            "ps1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "wsh",
            "hta",
            "scr",
            "msi",
            "jar",
            "sh",
            "lnk",
            "reg",
            "cpl",
            "pif",
            "apk",
            "elf",
            "so",
            "class",
            "chm",
            "application",
            "docm",
            "xlsm",
            "pptm");

    private ActiveContent() {}

    /** What kind of program it is; empty when it is none that we know. */
    public static Optional<String> kindOf(String name, byte[] head) {
        if (starts(head, 'M', 'Z')) {
            return Optional.of("Windows PE");
        }
        if (starts(head, 0x7f, 'E', 'L', 'F')) {
            return Optional.of("ELF");
        }
        if (starts(head, '#', '!')) {
            return Optional.of("script");
        }
        if (starts(head, 0xca, 0xfe, 0xba, 0xbe) || starts(head, 0xcf, 0xfa, 0xed, 0xfe)) {
            return Optional.of("Java class or Mach-O");
        }
        if (starts(head, 0x4c, 0, 0, 0, 1, 0x14, 2, 0)) {
            return Optional.of("Windows shortcut");
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) ? Optional.of("." + ending) : Optional.empty();
    }

    private static boolean starts(byte[] head, int... octets) {
        if (head.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((head[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
