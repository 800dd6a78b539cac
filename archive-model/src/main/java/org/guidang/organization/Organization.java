// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A body that takes part: a comprehensive service window (综合受理窗口), an implementing agency (实施机构), or the operator
 * of the system. Its code is short, unique and never reused, because package and list numbers begin with it.
 */
@Entity
@Table(name = "organization")
public class Organization {

    @Id
    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private OrganizationKind kind;

    @Column(name = "credit_code")
    private String creditCode;

    @Column(name = "fonds")
    private String fonds;

    protected Organization() {} // JPA

    /**
     * @param code letters and digits, at most 16 characters
     * @param creditCode 统一社会信用代码 (GB 32100), may be null for a window that is part of a centre
     * @param fonds 全宗号, null for a body that keeps no holdings
     */
    public Organization(String code, String name, OrganizationKind kind, String creditCode, String fonds) {
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.creditCode = creditCode;
        this.fonds = fonds;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public OrganizationKind kind() {
        return kind;
    }

    public String creditCode() {
        return creditCode;
    }

    public String fonds() {
        return fonds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Organization that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
