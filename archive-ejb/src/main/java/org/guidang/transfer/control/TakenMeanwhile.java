// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.PackageOnAnotherListException;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;

/** Finds out which list was faster, in a transaction of its own, because the one that lost can read no more. */
@ApplicationScoped
class TakenMeanwhile {

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    /** The refusal for the list that came second. */
    @Transactional(TxType.REQUIRES_NEW)
    public PackageOnAnotherListException of(TransferListNumber loser, Collection<String> packages) {
        return entities.createQuery(
                        "select p from OfferedPackage p where p.openKey in :packages and p.key.list <> :loser"
                                + " order by p.key.packageNumber",
                        OfferedPackage.class)
                .setParameter("packages", packages)
                .setParameter("loser", loser.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(taken -> taken(loser, taken))
                .orElseGet(() -> PackageOnAnotherListException.inThisInstant(loser));
    }

    private PackageOnAnotherListException taken(TransferListNumber loser, OfferedPackage taken) {
        TransferListNumber other = new TransferListNumber(taken.list());
        return PackageOnAnotherListException.taken(
                loser,
                taken.packageNumber(),
                other,
                entities.find(TransferList.class, other).last());
    }
}
