// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;
import org.guidang.transfer.IllegalTransitionException;
import org.guidang.transfer.ResubmissionException;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.UnknownTransferListException;

/** Which list the caller may see or change; anybody else's is unknown, exactly as one that does not exist. */
@ApplicationScoped
public class PartyAtWork {

    @Inject
    TransferListRepository lists;

    @Inject
    CurrentActor currentActor;

    /** A list the caller may see. */
    public TransferList get(TransferListNumber number) {
        return visible(lists.find(number).orElse(null), number);
    }

    /**
     * A list the caller may see, to be changed; nobody else changes it until the transaction ends.
     *
     * @param seen revision the caller looked at; null when the caller does not compare
     */
    public TransferList lock(TransferListNumber number, Long seen) {
        TransferList locked = lists.lock(number);
        Actor actor = currentActor.get();
        if (takenBackFrom(locked, actor)) {
            throw new IllegalTransitionException(number, locked.state(), locked.last());
        }
        TransferList list = visible(locked, number);
        list.requireRevision(seen);
        return list;
    }

    /** The agency knew the list and is about to act on it: it hears that the window took it back, and does not see it. */
    private static boolean takenBackFrom(TransferList list, Actor actor) {
        return !worksAtWindow(actor)
                && list.agency().equals(actor.organization())
                && list.state() == TransferState.WITHDRAWN
                && list.submittedAt().isPresent();
    }

    /** The list must be one of the window's from which this agency returned packages. */
    public void requireReturned(TransferListNumber number, String window, String agency) {
        lists.find(number)
                .filter(list -> list.window().equals(window) && list.agency().equals(agency))
                .filter(list ->
                        list.totals().returned() > 0 && (list.state() == TransferState.RETURNED || list.isConcluded()))
                .orElseThrow(() -> new ResubmissionException(number, agency));
    }

    public boolean mayBeSeenBy(TransferList list, Actor actor) {
        return worksAtWindow(actor)
                ? list.window().equals(actor.organization())
                : list.agency().equals(actor.organization())
                        && TransferState.knownToAgency().contains(list.state());
    }

    public static boolean worksAtWindow(Actor actor) {
        return actor.has(Role.WINDOW_CLERK) || actor.has(Role.WINDOW_ARCHIVIST);
    }

    private TransferList visible(TransferList list, TransferListNumber number) {
        // Who asks is asked first, so that a list of others costs no more than one that does not exist (trust A-14).
        Actor actor = currentActor.get();
        if (list == null || !mayBeSeenBy(list, actor)) {
            throw new UnknownTransferListException(number.value());
        }
        return list;
    }
}
