// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the archival codes of a fonds look: text with the places {@code {fonds}} 全宗号, {@code {year}} 年度 of case closure,
 * {@code {retention}} 保管期限代码 (Y, D30, D10), {@code {agency}} 机构代码, and once {@code {item:n}}, the 件号 with at least
 * n digits. Numbers longer than n are written in full.
 *
 * <p>All that stands around the item number is its series; items are numbered from 1 within it.
 */
public record ArchivalCodeRule(String pattern) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)(?::([1-9]))?}");
    private static final Pattern ITEM = Pattern.compile("\\{item:([1-9])}");

    /** DA/T 13-2022: fonds, 类别号 with levels joined by ·, item. 门类 ZY 专业 for want of a national rule; per fonds. */
    public static final ArchivalCodeRule DAT_13_2022 = new ArchivalCodeRule("{fonds}-ZY·{year}·{retention}-{item:5}");

    /** DA/T 22-2015: retention and organ as parts of their own. */
    public static final ArchivalCodeRule DAT_22_2015 =
            new ArchivalCodeRule("{fonds}-ZY·{year}-{retention}-{agency}-{item:4}");

    /** @throws ArchivalCodeRuleException unknown place, or not exactly one item number */
    public ArchivalCodeRule {
        if (pattern == null || ITEM.matcher(pattern).results().count() != 1) {
            throw new ArchivalCodeRuleException(String.valueOf(pattern));
        }
        String rest = pattern;
        for (String known : new String[] {"{fonds}", "{year}", "{retention}", "{agency}"}) {
            rest = rest.replace(known, "");
        }
        rest = ITEM.matcher(rest).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new ArchivalCodeRuleException(pattern);
        }
    }

    /** The code of these values without its item number, with {@code #} in its place. */
    public String series(CodeValues values) {
        return fill(values, "#");
    }

    /** @param item from 1 */
    public ArchivalCode code(CodeValues values, long item) {
        Matcher place = ITEM.matcher(pattern);
        place.find();
        int digits = Integer.parseInt(place.group(1));
        return new ArchivalCode(
                fill(values, "%0{n}d".replace("{n}", String.valueOf(digits)).formatted(item)));
    }

    /** Whether a code has the form of this rule, whatever its values. */
    public boolean fits(String code) {
        StringBuilder form = new StringBuilder();
        Matcher place = PLACE.matcher(pattern);
        int from = 0;
        while (place.find()) {
            form.append(Pattern.quote(pattern.substring(from, place.start())));
            form.append(
                    switch (place.group(1)) {
                        case "item" -> "[0-9]{" + place.group(2) + ",}";
                        case "year" -> "[0-9]{4}";
                        case "retention" -> "(?:Y|D30|D10)";
                        default -> "[^-·\\s]+";
                    });
            from = place.end();
        }
        return code.matches(form.append(Pattern.quote(pattern.substring(from))).toString());
    }

    private String fill(CodeValues values, String item) {
        Map<String, String> words = Map.of(
                "fonds", values.fonds(),
                "year", "%04d".formatted(values.year()),
                "retention", values.retention().code(),
                "agency", values.agency(),
                "item", item);
        return PLACE.matcher(pattern).replaceAll(place -> Matcher.quoteReplacement(words.get(place.group(1))));
    }
}
