// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guidang.transfer.Decision;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.Party;
import org.guidang.transfer.PartySignature;
import org.guidang.transfer.TransferCriteria;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.UnknownTransferListException;

/** Transfer lists in memory, with the one rule the database adds: a package is bound to one list. */
public final class InMemoryTransferLists implements TransferListRepository {

    private final Map<TransferListNumber, TransferList> lists = new TreeMap<>();
    private int serial;

    public void clear() {
        lists.clear();
    }

    @Override
    public TransferList get(TransferListNumber number) {
        return find(number).orElseThrow(() -> new UnknownTransferListException(number.value()));
    }

    @Override
    public Optional<TransferList> find(TransferListNumber number) {
        return Optional.ofNullable(lists.get(number));
    }

    @Override
    public TransferList lock(TransferListNumber number) {
        return get(number);
    }

    @Override
    public void add(TransferList list) {
        lists.put(list.number(), list);
    }

    @Override
    public void flush(TransferList list) {
        // Nothing waits to be written.
    }

    @Override
    public TransferListNumber nextNumber(String window, int year) {
        return TransferListNumber.of(window, year, ++serial);
    }

    @Override
    public Map<String, String> openListsOf(Collection<String> packageNumbers) {
        Map<String, String> bound = new HashMap<>();
        packages()
                .filter(pack -> pack.isBound() && packageNumbers.contains(pack.packageNumber()))
                .forEach(pack -> bound.put(pack.packageNumber(), pack.list()));
        return bound;
    }

    @Override
    public List<TransferList> list(TransferCriteria criteria, int offset, int limit) {
        return matching(criteria).skip(offset).limit(limit).toList();
    }

    @Override
    public long count(TransferCriteria criteria) {
        return matching(criteria).count();
    }

    @Override
    public List<OfferedPackage> roundsOf(String packageNumber) {
        return packages()
                .filter(pack -> pack.packageNumber().equals(packageNumber))
                .toList();
    }

    @Override
    public List<OfferedPackage> returnedTo(String window, int offset, int limit) {
        return lists.values().stream()
                .filter(list -> list.window().equals(window))
                .flatMap(list -> list.allPackages().stream())
                .filter(pack -> pack.decision() == Decision.RETURNED && !pack.isBound())
                .filter(pack -> roundsOf(pack.packageNumber()).stream()
                        .noneMatch(later -> later.packageVersion() > pack.packageVersion()))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public long countReturnedTo(String window) {
        return returnedTo(window, 0, Integer.MAX_VALUE).size();
    }

    @Override
    public List<TransferListNumber> awaitingReceiptDetection(int limit) {
        return lists.values().stream()
                .filter(TransferList::awaitsDetection)
                .map(TransferList::number)
                .limit(limit)
                .toList();
    }

    @Override
    public List<TransferListNumber> late(LocalDate today, int offset, int limit) {
        return lists.values().stream()
                .filter(list -> list.dueOn().filter(today::isAfter).isPresent())
                .map(TransferList::number)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public List<TransferListNumber> lateCorrections(LocalDate today, int offset, int limit) {
        return lists.values().stream()
                .filter(list -> returnedTo(list.window(), 0, Integer.MAX_VALUE).stream()
                        .filter(pack -> pack.list().equals(list.number().value()))
                        .anyMatch(
                                pack -> pack.correctBy().filter(today::isAfter).isPresent()))
                .map(TransferList::number)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public List<TransferListNumber> awaitingStorage(int limit) {
        return lists.values().stream()
                .filter(list -> list.state() == TransferState.SIGNED)
                .map(TransferList::number)
                .limit(limit)
                .toList();
    }

    @Override
    public List<PartySignature.Key> signaturesWithoutTime(int limit) {
        return lists.values().stream()
                .flatMap(list -> Stream.of(Party.values())
                        .flatMap(party -> list.signatureOf(party).stream())
                        .filter(PartySignature::timeStampPending)
                        .map(given -> new PartySignature.Key(list.number().value(), list.version(), given.party())))
                .limit(limit)
                .toList();
    }

    private Stream<OfferedPackage> packages() {
        return lists.values().stream().flatMap(list -> list.allPackages().stream());
    }

    private Stream<TransferList> matching(TransferCriteria criteria) {
        return lists.values().stream()
                .filter(list -> criteria.window() == null || criteria.window().equals(list.window()))
                .filter(list -> criteria.agency() == null
                        || criteria.agency().equals(list.agency())
                                && TransferState.knownToAgency().contains(list.state()))
                .filter(list -> criteria.states().isEmpty() || criteria.states().contains(list.state()))
                .filter(list -> criteria.concluded() == null || criteria.concluded() == list.isConcluded());
    }
}
