// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guidang.shared.control.ContentReferences;

/** The texts of lists and what is attached to them, as kept content. */
@ApplicationScoped
class ListContent implements ContentReferences {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Set<String> between(String from, String to) {
        List<?> found = rows.createNativeQuery(
                        "select text_sha256 from transfer_version where text_sha256 between :from and :to"
                                + " union select sha256 from transfer_attachment where sha256 between :from and :to")
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        Set<String> named = new HashSet<>();
        found.forEach(each -> named.add(each.toString()));
        return named;
    }
}
