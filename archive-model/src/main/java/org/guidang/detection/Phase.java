// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

/** The three stages (环节) at which DA/T 70-2018 tests a record; each has its own items and its own prefix. */
public enum Phase {
    /** 归档环节: the window tests what it has just fixed. */
    ARCHIVING("GD"),
    /** 移交与接收环节: the agency tests, anew, what it has received. */
    RECEIPT("YJ"),
    /** 长期保存环节: before and during custody. */
    PRESERVATION("CQ");

    private final String prefix;

    Phase(String prefix) {
        this.prefix = prefix;
    }

    /** How the numbers of its items begin, as printed: {@code GD}, {@code YJ}, {@code CQ}. */
    public String prefix() {
        return prefix;
    }

    public static Phase ofPrefix(String prefix) {
        for (Phase phase : values()) {
            if (phase.prefix.equalsIgnoreCase(prefix)) {
                return phase;
            }
        }
        throw new IllegalArgumentException("no phase " + prefix);
    }
}
