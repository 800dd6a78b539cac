// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.SafeName;

/** The rules for one field of an issuing record, applied to the element found for it. */
final class FieldRules {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern TIME_FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("[.。·…*xX?？-]{3,}");
    private static final Pattern PATH = Pattern.compile("(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)|^[/\\\\]|^[A-Za-z]:[/\\\\]");
    private static final Pattern LOOKUP = Pattern.compile("\\$\\{[^}]*:|#\\{");
    private static final Pattern ERROR_ANSWER = Pattern.compile(
            "\"(?:code|status|errcode|errorcode|resultcode)\"\\s*:\\s*\"?(?!0+\"?\\s*[,}]|200\"?\\s*[,}]|20000?\"?\\s*[,}]|1\"?\\s*[,}])"
                    + "(?:-?[0-9]{1,6}|fail(?:ed)?|error)\"?\\s*[,}]",
            Pattern.CASE_INSENSITIVE);
    /** Base64 of %PDF-, of a zip (OFD) and of a JPEG: a document inside metadata. */
    private static final Pattern EMBEDDED = Pattern.compile("(?:JVBERi0|UEsDB[A-Za-z]|/9j/4)[A-Za-z0-9+/\\s]{100}");

    private static final int HEAD = 4096;

    private final RecordField field;
    private final XmlElement element;
    private final List<Finding> findings;

    FieldRules(RecordField field, XmlElement element, List<Finding> findings) {
        this.field = field;
        this.element = element;
        this.findings = findings;
    }

    /** The time of a value that has passed. */
    static LocalDateTime time(String value) {
        return LocalDateTime.parse(value, TIME);
    }

    /** The value to keep; null when empty or refused. */
    String apply() {
        if (!element.children.isEmpty()) {
            add(refused("nested", Characteristic.USABILITY).expecting("", "<" + element.children.get(0).name + ">"));
            return null;
        }
        if (element.holdsComment) {
            add(warning("comment"));
        }
        String written = element.text.toString();
        String value = written.strip();
        if (value.isEmpty()) {
            add(
                    field.nullable
                            ? warning("absent").expecting("<" + field.element + ">", "")
                            : refused("empty", Characteristic.INTEGRITY));
            return null;
        }
        if (!value.equals(written) && field.kind != RecordField.Kind.TEXT) {
            add(warning("blanks").expecting(value, written));
        }
        if (value.length() <= 64 && PLACEHOLDER.matcher(value).matches()) {
            add(warning("placeholder").expecting("", value));
        }
        if (value.length() <= HEAD && LOOKUP.matcher(value).find()) {
            add(IssuingRecordReader.failed("lookup", Characteristic.SECURITY)
                    .of(Level.SHOULD)
                    .expecting("", value));
        }
        return switch (field.kind) {
            case CODE -> code(value);
            case TIME -> moment(value);
            case NAME -> name(value);
            case TEXT -> text(value);
        };
    }

    private String code(String value) {
        String joined = value.replaceAll("\\s", "");
        if (!joined.equals(value)) {
            add(warning("blank-inside").expecting(joined, value));
        }
        if (joined.codePoints().anyMatch(FieldRules::isInvisible)) {
            add(refused("invisible", Characteristic.AUTHENTICITY).expecting("", spelled(joined)));
            return null;
        }
        if (tooLong(joined)) {
            return null;
        }
        if (field == RecordField.REQUEST_ID && joined.matches("[0-9A-F]{32}") && joined.matches(".*[A-F].*")) {
            add(warning("upper-case").expecting(joined.toLowerCase(Locale.ROOT), joined));
        }
        if (field == RecordField.SPONSOR_CODE) {
            sponsor(joined);
        }
        return joined;
    }

    /** A number that looks like one of the two national numbers is held against it; others are not ours to judge. */
    private void sponsor(String value) {
        boolean lookalike = value.matches("[0-9A-Za-z]{17,19}")
                && value.chars().filter(Character::isDigit).count() >= 8;
        if (lookalike && value.length() != 18) {
            add(warning("sponsor-length").expecting("18", value.length()));
        } else if (lookalike && !IdentityNumbers.isCreditCode(value) && !IdentityNumbers.isPersonNumber(value)) {
            add(warning("sponsor-check").expecting("", masked(value)));
        }
    }

    private String moment(String value) {
        if (!TIME_FORM.matcher(value).matches()) {
            add(refused("time-form", Characteristic.AUTHENTICITY).expecting("YYYY-MM-DD HH24:mm:ss", value));
            return null;
        }
        try {
            time(value);
            return value;
        } catch (DateTimeParseException noSuchTime) {
            add(refused("time-impossible", Characteristic.AUTHENTICITY).expecting("YYYY-MM-DD HH24:mm:ss", value));
            return null;
        }
    }

    private String name(String value) {
        if (tooLong(value)) {
            return null;
        }
        if (PATH.matcher(value).find()) {
            add(refused("material-path", Characteristic.SECURITY).expecting("", value));
            return null;
        }
        // Composed otherwise is still the same name.
        if (!SafeName.isSafe(Normalizer.normalize(value, Normalizer.Form.NFC))) {
            add(IssuingRecordReader.failed("material-unsafe", Characteristic.SECURITY)
                    .of(Level.SHOULD)
                    .expecting(SafeName.of(value), spelled(value)));
        }
        return value;
    }

    private String text(String value) {
        if (field == RecordField.RESPONSE_DATA) {
            if (ERROR_ANSWER
                    .matcher(value.substring(0, Math.min(HEAD, value.length())))
                    .find()) {
                add(warning("error-answer").expecting("", value.substring(0, Math.min(80, value.length()))));
            }
            if (EMBEDDED.matcher(value).find()) {
                add(warning("embedded").expecting("", value.substring(0, Math.min(40, value.length()))));
            }
        }
        return value;
    }

    private boolean tooLong(String value) {
        int length = value.codePointCount(0, value.length());
        if (length > field.longest) {
            add(refused("too-long", Characteristic.AUTHENTICITY).expecting("<= " + field.longest, length));
        }
        return length > field.longest;
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.CONTROL || type == Character.SURROGATE;
    }

    /** What cannot be seen is written out. */
    private static String spelled(String text) {
        StringBuilder seen = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isInvisible(point)) {
                seen.append(String.format("[U+%04X]", point));
            } else {
                seen.appendCodePoint(point);
            }
        });
        return seen.toString();
    }

    private static String masked(String number) {
        return number.substring(0, 3) + "*".repeat(number.length() - 7) + number.substring(number.length() - 4);
    }

    private void add(Finding finding) {
        findings.add(finding.at(element.place()).with(field.element, field.number(), element.line));
    }

    private static Finding refused(String what, Characteristic property) {
        return IssuingRecordReader.failed(what, property);
    }

    private static Finding warning(String what) {
        return IssuingRecordReader.warning(what);
    }
}
