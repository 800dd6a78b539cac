// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Number of a package, the same for all its versions: code of the window, year of the first fixing, serial number within
 * both, as in {@code 33000001-2026-000123}. Ours: no standard prescribes one (DA/T 85-2019 leaves 电子文件号 to the rule
 * of the province).
 */
public record PackageNumber(String value) implements Serializable, Comparable<PackageNumber> {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{1,32}-[0-9]{4}-[0-9]{6,12}");

    public PackageNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new PackageUnknownException(value);
        }
    }

    /** The number with this serial. */
    public static PackageNumber of(String window, int year, long serial) {
        return new PackageNumber("%s-%04d-%06d".formatted(window, year, serial));
    }

    @Override
    public int compareTo(PackageNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
