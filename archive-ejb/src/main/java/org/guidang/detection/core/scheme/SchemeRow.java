// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.scheme;

import java.util.Set;
import java.util.regex.Pattern;
import org.guidang.packaging.core.Layout.DocumentRole;

/**
 * One metadata item as its scheme wants it.
 *
 * @param section the document it stands in
 * @param name element name since 2021
 * @param title its Chinese name
 * @param mandatory must be there and filled
 * @param least fewest characters; for integers the least value
 * @param most most characters; for integers the greatest value
 * @param pattern the whole value matches it; null for any
 * @param domain the values allowed; empty for any
 * @param rule a further rule: {@code past}, {@code unique}; empty for none
 */
public record SchemeRow(
        DocumentRole section,
        String name,
        String title,
        boolean mandatory,
        Type type,
        long least,
        long most,
        Pattern pattern,
        Set<String> domain,
        String rule) {

    /** Of what sort a value is. */
    public enum Type {
        TEXT,
        TIME,
        INTEGER,
        CODE
    }

    /** As findings call it: 办结时间 (TransactTime). */
    public String label() {
        return title + " (" + name + ")";
    }
}
