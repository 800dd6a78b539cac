// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The sentences people read. A key is {@code <domain>.<thing>.<what>}; its domain names the bundle, {@code
 * org.guidang.<domain>.messages}, which is Chinese and complete, and {@code messages_en}, which follows.
 */
public final class Words {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    /** The sentence for a key; the key itself when it has none, which a test excludes. */
    public static String say(Locale locale, String key, Object... arguments) {
        String pattern = pattern(locale, key);
        if (pattern == null) {
            return key;
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /** What the finding says, with {0}=file, {1}=place, {2}=expected, {3}=found and its own arguments after them. */
    public static String say(Locale locale, Finding finding) {
        return say(locale, finding.message(), argumentsOf(finding));
    }

    /** What to do about the finding; empty when nothing can be done. */
    public static String toDo(Locale locale, Finding finding) {
        return toDo(locale, finding.message(), argumentsOf(finding));
    }

    /** What to do about a refusal; empty when nothing can be done. */
    public static String toDo(Locale locale, String key, Object... arguments) {
        String pattern = pattern(locale, key + ".todo");
        return pattern == null ? "" : new MessageFormat(pattern, locale).format(arguments);
    }

    private static Object[] argumentsOf(Finding finding) {
        List<Object> all =
                new ArrayList<>(List.of(finding.file(), finding.place(), finding.expected(), finding.found()));
        all.addAll(finding.arguments());
        return all.toArray();
    }

    private static String pattern(Locale locale, String key) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            return null;
        }
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "org.guidang." + key.substring(0, dot) + ".messages",
                    locale,
                    Words.class.getClassLoader(),
                    NO_FALLBACK);
            return bundle.containsKey(key) ? bundle.getString(key) : null;
        } catch (MissingResourceException noSuchDomain) {
            return null;
        }
    }
}
