// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

/** How long a record is kept (保管期限): for ever, or for a fixed number of years from the year after closing. */
public enum RetentionPeriod {
    PERMANENT("永久", "Y"),
    YEARS_30("30年", "D30"),
    YEARS_10("10年", "D10");

    private final String printed;
    private final String code;

    RetentionPeriod(String printed, String code) {
        this.printed = printed;
        this.code = code;
    }

    /** As printed in metadata and lists. */
    public String printed() {
        return printed;
    }

    /** As it stands in archival codes, DA/T 13-2022. */
    public String code() {
        return code;
    }
}
