// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guidang.shared.control.ContentReferences;

/** The files of cases, as kept content. */
@ApplicationScoped
class CaseContent implements ContentReferences {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Set<String> between(String from, String to) {
        List<?> found = rows.createNativeQuery("select sha256 from case_file where sha256 between :from and :to")
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        Set<String> named = new HashSet<>();
        found.forEach(each -> named.add(each.toString()));
        return named;
    }
}
