// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * One thing found wrong, doubtful or worth knowing, in the same shape everywhere: intake, reading of packages,
 * examination of files, detection, verification.
 *
 * @param code stable id of the rule, greppable, the same in reports, messages and test folders; for detection the
 *     number of the item as the standard prints it ("GD-1-1"), else {@code <subject>.<what-is-wrong>}
 * @param property the nature it touches
 * @param level weight of the rule
 * @param outcome FAILED, INDETERMINATE or MANUAL; PASSED only for a fact worth telling at level NOTE
 * @param file path of the file inside what was examined, or its name; empty when the finding is about the whole
 * @param place where in the file: "line 16, column 45", "page 2", an XPath, "octet 1024"; may be empty
 * @param expected what should be there; may be empty
 * @param found what is there; never a secret, cut to 500 characters
 * @param message key of the sentence in {@link Words}; {@code <key>.todo} says what to do
 * @param arguments for the sentence, after {@code {0}=file, {1}=place, {2}=expected, {3}=found}
 */
public record Finding(
        String code,
        Characteristic property,
        Level level,
        Outcome outcome,
        String file,
        String place,
        String expected,
        String found,
        String message,
        List<String> arguments)
        implements Serializable {

    private static final int LONGEST = 500;

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(message, "message");
        file = cut(file);
        place = cut(place);
        expected = cut(expected);
        found = cut(found);
        arguments = List.copyOf(arguments);
    }

    public static Finding failed(String code, Characteristic property, String message) {
        return new Finding(code, property, Level.MUST, Outcome.FAILED, "", "", "", "", message, List.of());
    }

    public static Finding undecided(String code, Characteristic property, String message) {
        return new Finding(code, property, Level.MUST, Outcome.INDETERMINATE, "", "", "", "", message, List.of());
    }

    /** A failure that does not block: level SHOULD. */
    public static Finding warning(String code, Characteristic property, String message) {
        return new Finding(code, property, Level.SHOULD, Outcome.FAILED, "", "", "", "", message, List.of());
    }

    public static Finding note(String code, Characteristic property, String message) {
        return new Finding(code, property, Level.NOTE, Outcome.PASSED, "", "", "", "", message, List.of());
    }

    public Finding in(String file) {
        return new Finding(code, property, level, outcome, file, place, expected, found, message, arguments);
    }

    public Finding at(String place) {
        return new Finding(code, property, level, outcome, file, place, expected, found, message, arguments);
    }

    public Finding expecting(String expected, Object found) {
        return new Finding(
                code, property, level, outcome, file, place, expected, String.valueOf(found), message, arguments);
    }

    public Finding of(Level level) {
        return new Finding(code, property, level, outcome, file, place, expected, found, message, arguments);
    }

    public Finding with(Object... arguments) {
        List<String> words =
                java.util.Arrays.stream(arguments).map(String::valueOf).toList();
        return new Finding(code, property, level, outcome, file, place, expected, found, message, words);
    }

    private static String cut(String text) {
        if (text == null) {
            return "";
        }
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
