// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The rule an agency has set for the archival codes of its fonds. */
@Entity
@Table(name = "archival_code_rule")
public class CodeRuleOfFonds {

    @Id
    @Column(name = "fonds")
    private String fonds;

    @Column(name = "pattern")
    private String pattern;

    protected CodeRuleOfFonds() {} // JPA

    public CodeRuleOfFonds(String fonds, ArchivalCodeRule rule) {
        this.fonds = fonds;
        this.pattern = rule.pattern();
    }

    public ArchivalCodeRule rule() {
        return new ArchivalCodeRule(pattern);
    }

    public void change(ArchivalCodeRule rule) {
        pattern = rule.pattern();
    }
}
