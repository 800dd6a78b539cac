// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the lists of a window are numbered (批次编号规则; ours, table A.1 gives none): the places {@code {window}},
 * {@code {year}} of drafting in Asia/Shanghai, and {@code {serial:n}}, from 1 in every year, with at least n digits, n from 4 to 9; each
 * exactly once, joined by hyphens, with words of Latin letters and digits between them if wanted.
 *
 * <p>The hyphens keep numbers of different windows and years apart, whatever their codes.
 */
public record ListNumberRule(String pattern) {

    private static final int LONGEST = 60;
    private static final Pattern FORM =
            Pattern.compile("(?:\\{window}|\\{year}|\\{serial:[4-9]}|[0-9A-Za-z]{1,8})(?:-(?:\\{window}|\\{year}|"
                    + "\\{serial:[4-9]}|[0-9A-Za-z]{1,8})){2,4}");
    private static final Pattern SERIAL = Pattern.compile("\\{serial:([4-9])}");

    public static final ListNumberRule STANDARD = new ListNumberRule("{window}-{year}-{serial:4}");

    /** @throws ListNumberRuleException when a place is missing, twice, unknown, or not set off by hyphens */
    public ListNumberRule {
        boolean sound = pattern != null
                && pattern.length() <= LONGEST
                && FORM.matcher(pattern).matches()
                && once(pattern, "{window}")
                && once(pattern, "{year}")
                && SERIAL.matcher(pattern).results().count() == 1;
        if (!sound) {
            throw new ListNumberRuleException(String.valueOf(pattern));
        }
    }

    public TransferListNumber number(String window, int year, long serial) {
        Matcher place = SERIAL.matcher(pattern);
        place.find();
        int digits = Integer.parseInt(place.group(1));
        return new TransferListNumber(pattern.replace("{window}", window)
                .replace("{year}", "%04d".formatted(year))
                .replace(place.group(), ("%0" + digits + "d").formatted(serial)));
    }

    private static boolean once(String pattern, String place) {
        int first = pattern.indexOf(place);
        return first >= 0 && first == pattern.lastIndexOf(place);
    }
}
