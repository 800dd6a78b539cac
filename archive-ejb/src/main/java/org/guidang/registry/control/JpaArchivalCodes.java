// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.guidang.registry.ArchivalCode;
import org.guidang.registry.ArchivalCodeRule;
import org.guidang.registry.ArchivalCodes;
import org.guidang.registry.CodeRuleOfFonds;
import org.guidang.registry.CodeValues;
import org.guidang.shared.control.NumberSeries;

/** Rules and series of archival codes in the database; the row of a series is locked while a number is taken from it. */
@ApplicationScoped
public class JpaArchivalCodes implements ArchivalCodes {

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Inject
    NumberSeries numbers;

    @Override
    public ArchivalCodeRule ruleOf(String fonds) {
        return Optional.ofNullable(entities.find(CodeRuleOfFonds.class, fonds))
                .map(CodeRuleOfFonds::rule)
                .orElse(ArchivalCodeRule.DAT_13_2022);
    }

    @Override
    public void setRule(String fonds, ArchivalCodeRule rule) {
        CodeRuleOfFonds known = entities.find(CodeRuleOfFonds.class, fonds);
        if (known == null) {
            entities.persist(new CodeRuleOfFonds(fonds, rule));
        } else {
            known.change(rule);
        }
    }

    @Override
    public ArchivalCode next(CodeValues values) {
        ArchivalCodeRule rule = ruleOf(values.fonds());
        return rule.code(values, numbers.next("code/" + rule.series(values)));
    }
}
