// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.issuing.IssuingRecord;
import org.guidang.issuing.IssuingRecordRepository;

/** Issuing records in the database; the primary key makes 唯一标识码 unique. */
@ApplicationScoped
class JpaIssuingRecordRepository implements IssuingRecordRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Optional<IssuingRecord> find(String requestId) {
        return Optional.ofNullable(rows.find(IssuingRecord.class, requestId));
    }

    @Override
    public void add(IssuingRecord record) {
        rows.persist(record);
    }

    @Override
    public List<IssuingRecord> of(String applicationNumber) {
        return rows.createQuery(
                        "select r from IssuingRecord r where r.applicationNumber = :number order by r.requestId",
                        IssuingRecord.class)
                .setParameter("number", applicationNumber)
                .getResultList();
    }
}
