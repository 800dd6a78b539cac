// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.text.Normalizer;
import java.util.List;

/**
 * Whether a paper says what it has to say, word for word from its first to its last, and nothing else. White space is how
 * words are set; compatibility forms are how a font draws them; a character no font had is printed as its code.
 */
final class PaperCheck {

    private static final int AROUND = 24;

    private final String expected;
    private final String running;
    private final String head;

    /**
     * @param words in the order of the paper
     * @param running words at the foot of each page before its number
     * @param head of the table, repeated on each page; empty when there is none
     */
    PaperCheck(List<String> words, String running, String head) {
        this.expected = squeezed(String.join("", words));
        this.running = squeezed(running);
        this.head = squeezed(head);
    }

    /** The first difference; null when there is none. */
    record Difference(String expected, String found) {}

    Difference compare(List<String> pages) {
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            String page = squeezed(pages.get(i));
            String foot = "%s第%d页共%d页".formatted(running, i + 1, pages.size());
            int at = page.lastIndexOf(foot);
            if (at < 0) {
                return new Difference(foot, page.substring(Math.max(0, page.length() - foot.length())));
            }
            page = page.substring(0, at) + page.substring(at + foot.length());
            boolean repeats = i > 0 && !head.isEmpty() && page.startsWith(head);
            found.append(repeats ? page.substring(head.length()) : page);
        }
        return compare(found.toString());
    }

    private Difference compare(String found) {
        int at = 0;
        for (int i = 0; i < expected.length(); ) {
            int wanted = expected.codePointAt(i);
            String printedAsCode = "U+%04X".formatted(wanted);
            if (at < found.length() && found.codePointAt(at) == wanted) {
                at += Character.charCount(wanted);
            } else if (found.startsWith(printedAsCode, at)) {
                at += printedAsCode.length();
            } else {
                return new Difference(around(expected, i), around(found, at));
            }
            i += Character.charCount(wanted);
        }
        return at == found.length() ? null : new Difference("", around(found, at));
    }

    private static String around(String text, int at) {
        return text.substring(Math.min(at, text.length()), Math.min(text.length(), at + AROUND));
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u3000]", "");
    }
}
