// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The sentences people read. A key is {@code <domain>.<thing>.<what>}; its domain names the bundle, {@code
 * org.guidang.<domain>.messages}, which is Chinese and complete, and {@code messages_en}, which follows.
 */
public final class Words {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Sentences that repeat what a record says, letter by letter. */
    private static final List<String> QUOTING =
            List.of("detection.metadata.", "detection.content.", "detection.database.");

    private static final Pattern INSTANT =
            Pattern.compile("\\b[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");
    private static final DateTimeFormatter HERE =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

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
        return say(locale, finding.message(), argumentsOf(locale, finding));
    }

    /** What to do about the finding; empty when nothing can be done. */
    public static String toDo(Locale locale, Finding finding) {
        return toDo(locale, finding.message(), argumentsOf(locale, finding));
    }

    /** What to do about a refusal; empty when nothing can be done. */
    public static String toDo(Locale locale, String key, Object... arguments) {
        String pattern = pattern(locale, key + ".todo");
        return pattern == null ? "" : new MessageFormat(pattern, locale).format(arguments);
    }

    private static Object[] argumentsOf(Locale locale, Finding finding) {
        boolean quoted = QUOTING.stream().anyMatch(finding.message()::startsWith);
        UnaryOperator<String> words = text -> quoted || !locale.getLanguage().equals("zh") ? text : times(text);
        List<Object> all = new ArrayList<>(List.of(finding.file(), finding.place()));
        all.add(words.apply(finding.expected()));
        all.add(words.apply(finding.found()));
        finding.arguments().forEach(argument -> all.add(words.apply(argument)));
        return all.toArray();
    }

    /** Instants as people here read them: to the second, in the time of Asia/Shanghai. */
    private static String times(String text) {
        return INSTANT.matcher(text).replaceAll(found -> time(found.group()));
    }

    private static String time(String instant) {
        try {
            return HERE.format(Instant.parse(instant));
        } catch (DateTimeException onlyLooksLikeOne) {
            return instant;
        }
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
