// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guidang.shared.control.ContentReferences;

/** The zips of packages and the time-stamps beside them, as kept content. */
@ApplicationScoped
class PackageContentRows implements ContentReferences {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Set<String> between(String from, String to) {
        List<?> found = rows.createNativeQuery(
                        "select zip_sha256 from archival_package where zip_sha256 between :from and :to"
                                + " union all select later_token_sha256 from archival_package where later_token_sha256 between :from and :to")
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        Set<String> named = new HashSet<>();
        found.forEach(each -> named.add(each.toString()));
        return named;
    }
}
