// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

/** The rows of 浙档发〔2019〕16号 表 A.1, in order; lengths in characters (code points), as printed. */
enum RecordField {
    REQUEST_ID("requestid", Kind.CODE, 32, false),
    SYSTEM_CODE("systemcode", Kind.CODE, 32, false),
    SYSTEM_DEPARTMENT_CODE("systemdepartmentcode", Kind.CODE, 32, true),
    INTERFACE_CODE("interfacecode", Kind.CODE, 54, false),
    INTERFACE_DEPARTMENT_CODE("interfacedepartmentcode", Kind.CODE, 32, false),
    REQUEST_TIME("requesttime", Kind.TIME, 19, false),
    RESPONSE_TIME("responsetime", Kind.TIME, 19, false),
    SPONSOR_CODE("sponsorcode", Kind.CODE, 64, true),
    SERVICE_CODE("servicecode", Kind.CODE, 64, true),
    ACCESSOR_ID("accesscarid", Kind.CODE, 32, true),
    PROJECT_ID("projectid", Kind.CODE, 32, true),
    MATERIAL_NAME("materialname", Kind.NAME, 64, true),
    REQUEST_PARAM("requestparam", Kind.TEXT, Integer.MAX_VALUE, false),
    RESPONSE_DATA("responsedata", Kind.TEXT, Integer.MAX_VALUE, false);

    /** What may stand in a field. */
    enum Kind {
        CODE,
        TIME,
        NAME,
        TEXT
    }

    /** The element as the printed sample misspells 序号 14. */
    static final String RESPONSE_DATA_IN_SAMPLE = "respondedata";

    final String element;
    final Kind kind;
    final int longest;
    final boolean nullable;

    RecordField(String element, Kind kind, int longest, boolean nullable) {
        this.element = element;
        this.kind = kind;
        this.longest = longest;
        this.nullable = nullable;
    }

    /** 序号 in the table. */
    int number() {
        return ordinal() + 1;
    }
}
