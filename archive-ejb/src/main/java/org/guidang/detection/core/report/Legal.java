// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.report;

/** What was found in bad files may hold characters that XML cannot; they become U+FFFD, everything else stays. */
final class Legal {

    private Legal() {}

    static String xml(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(Legal::legal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static int legal(int codePoint) {
        boolean fits = codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0x20 && codePoint <= 0xd7ff
                || codePoint >= 0xe000 && codePoint <= 0xfffd
                || codePoint >= 0x10000 && codePoint <= 0x10ffff;
        return fits ? codePoint : 0xfffd;
    }
}
