// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.util.Locale;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * What can be wrong with a zip. Whatever lets two readers see two contents fails, since a signature over the one says
 * nothing of the other; what only some systems cannot unpack warns.
 */
public enum ZipFault {
    EMPTY(Characteristic.INTEGRITY),
    NOT_A_ZIP(Characteristic.USABILITY),
    NO_END_RECORD(Characteristic.INTEGRITY),
    TWO_END_RECORDS(Characteristic.AUTHENTICITY),
    END_RECORD_LIES(Characteristic.AUTHENTICITY),
    SEVERAL_DISKS(Characteristic.INTEGRITY),
    DIRECTORY_DAMAGED(Characteristic.INTEGRITY),
    PREFIX_DATA(Characteristic.SECURITY),
    TRAILING_DATA(Characteristic.SECURITY),
    UNACCOUNTED_DATA(Characteristic.SECURITY),
    HIDDEN_ENTRY(Characteristic.SECURITY),
    OVERLAP(Characteristic.SECURITY),
    TRUNCATED(Characteristic.INTEGRITY),
    HEADERS_DISAGREE(Characteristic.AUTHENTICITY),
    TIMES_DISAGREE(Characteristic.AUTHENTICITY, Level.SHOULD),
    NOT_AS_WRITTEN(Characteristic.AUTHENTICITY, Level.SHOULD),
    ENCRYPTED(Characteristic.USABILITY),
    METHOD_UNSUPPORTED(Characteristic.USABILITY),
    SIZE_LIES(Characteristic.SECURITY),
    CHECKSUM_WRONG(Characteristic.INTEGRITY),
    DATA_DAMAGED(Characteristic.INTEGRITY),
    TOO_MANY_ENTRIES(Characteristic.SECURITY),
    ENTRY_TOO_LARGE(Characteristic.SECURITY),
    TOTAL_TOO_LARGE(Characteristic.SECURITY),
    RATIO_TOO_HIGH(Characteristic.SECURITY),
    NESTED_TOO_DEEP(Characteristic.SECURITY),
    LINK(Characteristic.SECURITY),
    SPECIAL_FILE(Characteristic.SECURITY),
    FOLDER_WITH_CONTENT(Characteristic.INTEGRITY),
    NAME_EMPTY(Characteristic.SECURITY),
    NAME_ESCAPES(Characteristic.SECURITY),
    NAME_ABSOLUTE(Characteristic.SECURITY),
    NAME_DRIVE(Characteristic.SECURITY),
    NAME_BACKSLASH(Characteristic.SECURITY),
    NAME_CONTROL(Characteristic.SECURITY),
    NAME_DECEPTIVE(Characteristic.SECURITY),
    NAME_RESERVED(Characteristic.USABILITY, Level.SHOULD),
    NAME_TRAILING(Characteristic.USABILITY, Level.SHOULD),
    NAME_TOO_LONG(Characteristic.USABILITY, Level.SHOULD),
    NAME_NOT_UTF8(Characteristic.USABILITY, Level.SHOULD),
    NAME_UNDECODABLE(Characteristic.USABILITY),
    NAME_TWO_NAMES(Characteristic.AUTHENTICITY),
    NAME_TWICE(Characteristic.AUTHENTICITY),
    NAME_TWIN(Characteristic.USABILITY, Level.SHOULD),
    NAME_FILE_AND_FOLDER(Characteristic.AUTHENTICITY);

    private final Characteristic property;
    private final Level level;
    private final String word;

    ZipFault(Characteristic property) {
        this(property, Level.MUST);
    }

    ZipFault(Characteristic property, Level level) {
        this.property = property;
        this.level = level;
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Stable code, {@code zip.<what>}. */
    public String code() {
        return "zip." + word;
    }

    /** A finding about the whole zip. */
    public Finding finding() {
        return Finding.failed(code(), property, "packaging.zip." + word).of(level);
    }

    /** A finding about one entry. */
    public Finding finding(String entry) {
        return finding().in(entry);
    }

    /** A finding at an octet of the zip, counted from 0. */
    public Finding at(long octet) {
        return finding().at("octet " + octet);
    }

    static boolean blocks(Finding finding) {
        return finding.level() == Level.MUST && finding.outcome() == Outcome.FAILED;
    }
}
