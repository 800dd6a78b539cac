// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

/** The two types by which cases are arranged and counted (DB43/T 第6部分 6.3 and 表 A.1 事项类型). */
public enum ItemType {
    ADMINISTRATIVE_POWER("行政权力事项"),
    PUBLIC_SERVICE("公共服务事项");

    private final String printed;

    ItemType(String printed) {
        this.printed = printed;
    }

    /** As the standard prints it on lists and in metadata. */
    public String printed() {
        return printed;
    }
}
