// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The rule set for the list numbers of a window. A change counts from the next number on; serials go on. */
@Entity
@Table(name = "list_number_rule")
public class NumberRuleOfWindow {

    @Id
    @Column(name = "window_code")
    private String window;

    @Column(name = "pattern")
    private String pattern;

    protected NumberRuleOfWindow() {} // JPA

    public NumberRuleOfWindow(String window, ListNumberRule rule) {
        this.window = window;
        this.pattern = rule.pattern();
    }

    public ListNumberRule rule() {
        return new ListNumberRule(pattern);
    }

    public void change(ListNumberRule rule) {
        pattern = rule.pattern();
    }
}
