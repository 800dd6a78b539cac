// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

/** Where a file of a case came from; recorded for every file (浙档发〔2019〕16号 5.2 d) 来源可追溯). */
public enum Source {
    APPLICANT("申请人提交"),
    SYSTEM("系统生成"),
    SHARED_DATA("数据共享"),
    SCAN("扫描");

    private final String printed;

    Source(String printed) {
        this.printed = printed;
    }

    /** As printed in metadata. */
    public String printed() {
        return printed;
    }
}
