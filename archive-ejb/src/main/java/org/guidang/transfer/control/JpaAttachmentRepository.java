// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.transfer.Attachment;
import org.guidang.transfer.AttachmentRepository;
import org.guidang.transfer.TransferListNumber;

/** Attachments in the database. */
@ApplicationScoped
class JpaAttachmentRepository implements AttachmentRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public void add(Attachment attachment) {
        rows.persist(attachment);
    }

    @Override
    public Optional<Attachment> find(String id) {
        return Optional.ofNullable(rows.find(Attachment.class, id));
    }

    @Override
    public List<Attachment> of(TransferListNumber list) {
        return rows.createQuery(
                        "select a from Attachment a where a.list = :list order by a.addedAt, a.id", Attachment.class)
                .setParameter("list", list.value())
                .getResultList();
    }
}
