// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All transfer lists. Works inside the caller's transaction. */
public interface TransferListRepository {

    /** @throws UnknownTransferListException when there is none */
    TransferList get(TransferListNumber number);

    Optional<TransferList> find(TransferListNumber number);

    /** Those of these lists that there are, in a few questions however many they are. */
    default Map<TransferListNumber, TransferList> all(Collection<TransferListNumber> numbers) {
        Map<TransferListNumber, TransferList> found = new LinkedHashMap<>();
        numbers.forEach(number -> find(number).ifPresent(list -> found.put(number, list)));
        return found;
    }

    /**
     * As {@link #get}, and nobody else changes the list until the transaction ends; of two at once the second sees what the
     * first did.
     */
    TransferList lock(TransferListNumber number);

    void add(TransferList list);

    /**
     * Writes what has changed so far, so that a package taken by another list in this instant is told now.
     *
     * @throws PackageOnAnotherListException when a package is on another open list
     */
    void flush(TransferList list);

    /** The next number of window and year, without gaps; concurrent drafts of one window wait for each other. */
    TransferListNumber nextNumber(String window, int year);

    /** For those of the packages that are bound to a list now, its number. */
    Map<String, String> openListsOf(Collection<String> packageNumbers);

    /** In the order the criteria ask for; {@code limit} at most 1000. */
    List<TransferList> list(TransferCriteria criteria, int offset, int limit);

    long count(TransferCriteria criteria);

    /** Every time the package was offered, first to last. */
    List<OfferedPackage> roundsOf(String packageNumber);

    /** As {@link #roundsOf(String)} of each of these packages that was ever offered, in a few questions however many they are. */
    default Map<String, List<OfferedPackage>> roundsOf(Collection<String> packageNumbers) {
        Map<String, List<OfferedPackage>> found = new LinkedHashMap<>();
        packageNumbers.forEach(number -> found.put(number, roundsOf(number)));
        return found;
    }

    /** Packages sent back to the window that did not go out again, the earliest last day first, then the latest return. */
    List<OfferedPackage> returnedTo(String window, int offset, int limit);

    long countReturnedTo(String window);

    /** Lists under review with packages that wait for their receipt detection. */
    List<TransferListNumber> awaitingReceiptDetection(int limit);

    /** Signatures that no time-stamp authority has seen yet, longest waiting first. */
    List<PartySignature.Key> signaturesWithoutTime(int limit);

    /** Lists whose last day is before this one, in the order of their numbers. */
    List<TransferListNumber> late(LocalDate today, int offset, int limit);

    /** Lists with returned packages whose last day is before this one and that did not go out again. */
    List<TransferListNumber> lateCorrections(LocalDate today, int offset, int limit);

    /** Lists signed by both whose packages are not all held yet. */
    List<TransferListNumber> awaitingStorage(int limit);
}
