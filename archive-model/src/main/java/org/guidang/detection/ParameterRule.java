// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Type and limits of a parameter of check items: one of some words, a whole number, a date, or a rule as a regular
 * expression. A parameter without a rule here may not be changed.
 */
public final class ParameterRule {

    private static final int LONGEST_PATTERN = 300;

    /** A group that is repeated without end and itself holds something repeated without end: exponential in what it reads. */
    private static final Pattern RUNAWAY = Pattern.compile("[+*][^()]*\\)\\)*[+*{]");

    private static final Map<String, ParameterRule> RULES = Map.ofEntries(
            Map.entry("scheme", words("DAT85-2019")),
            Map.entry("formats", words("archiving", "preservation")),
            Map.entry("when", words("always", "carrier", "disc")),
            Map.entry("earliest", new ParameterRule(Type.DATE, List.of(), 0, 0)),
            Map.entry("depth", number(1, 20)),
            Map.entry("component", number(20, 255)),
            Map.entry("start", number(0, 999_999)),
            Map.entry("oldest-days", number(1, 365)),
            Map.entry("least-dpi", number(72, 1200)),
            Map.entry("pattern", new ParameterRule(Type.PATTERN, List.of(), 1, LONGEST_PATTERN)));

    /** What kind of value is asked for. */
    public enum Type {
        WORD,
        NUMBER,
        DATE,
        PATTERN
    }

    private final Type type;
    private final List<String> words;
    private final long least;
    private final long most;

    private ParameterRule(Type type, List<String> words, long least, long most) {
        this.type = type;
        this.words = words;
        this.least = least;
        this.most = most;
    }

    private static ParameterRule words(String... words) {
        return new ParameterRule(Type.WORD, List.of(words), 0, 0);
    }

    private static ParameterRule number(long least, long most) {
        return new ParameterRule(Type.NUMBER, List.of(), least, most);
    }

    public static Optional<ParameterRule> of(String parameter) {
        return Optional.ofNullable(RULES.get(parameter));
    }

    public Type type() {
        return type;
    }

    /** The words allowed; empty for the other types. */
    public List<String> words() {
        return words;
    }

    /** The limits in short: {@code 72–1200}, {@code always | carrier | disc}. */
    public String allowed() {
        return switch (type) {
            case WORD -> String.join(" | ", words);
            case NUMBER -> least + "–" + most;
            case DATE -> "0001-01-01–9999-12-31";
            case PATTERN -> "≤ " + most;
        };
    }

    /** Why the value is refused, {@code word}, {@code number}, {@code date} or {@code pattern}; empty when it is taken. */
    public Optional<String> refuses(String value) {
        boolean taken = switch (type) {
            case WORD -> words.contains(value);
            case NUMBER -> value.matches("\\d{1,9}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
            case DATE -> isDate(value);
            case PATTERN -> value.length() >= least && value.length() <= most && isPattern(value);
        };
        return taken ? Optional.empty() : Optional.of(type.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isDate(String value) {
        try {
            return value.matches("\\d{4}-\\d{2}-\\d{2}")
                    && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isPattern(String value) {
        try {
            Pattern.compile(value);
            return !RUNAWAY.matcher(value).find();
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }
}
