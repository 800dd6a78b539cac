// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The packages on a list and the rows they make up. Knows nothing of states: the list decides what is allowed when. */
@Embeddable
class ListContents {

    @Column(name = "next_ordinal")
    private int nextOrdinal = 1;

    @OneToMany(mappedBy = "list", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<BatchRow> rows = new ArrayList<>();

    @OneToMany(mappedBy = "list", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<OfferedPackage> packages = new ArrayList<>();

    /** Adds those that are not there yet; returns how many that were. */
    int add(TransferList list, Collection<OfferedFacts> offered) {
        Set<String> present =
                packages.stream().map(OfferedPackage::packageNumber).collect(Collectors.toSet());
        List<OfferedFacts> further = offered.stream()
                .filter(facts -> present.add(facts.packageNumber()))
                .toList();
        if (present.size() > TransferList.MOST_PACKAGES) {
            throw ListContentException.full(list.number(), TransferList.MOST_PACKAGES);
        }
        for (OfferedFacts facts : further) {
            packages.add(new OfferedPackage(list, rowFor(list, facts).ordinal(), facts));
        }
        return further.size();
    }

    /** Removes all named, or none when one is not there; rows that lose their last package go. */
    void remove(TransferList list, Collection<String> packageNumbers) {
        packages.removeAll(named(list, packageNumbers));
        Set<Integer> filled = packages.stream().map(OfferedPackage::ordinal).collect(Collectors.toSet());
        rows.removeIf(row -> !filled.contains(row.ordinal()));
    }

    void remark(TransferList list, String batch, String text) {
        if (text != null && text.codePointCount(0, text.length()) > BatchRow.LONGEST_REMARK) {
            throw ListContentException.remarkTooLong(list.number(), BatchRow.LONGEST_REMARK);
        }
        rows.stream()
                .filter(row -> row.batch().equals(batch))
                .findFirst()
                .orElseThrow(() -> ListContentException.noRow(list.number(), batch))
                .remark(text);
    }

    /** @throws PackageNotOnListException when one of them is not on the list */
    List<OfferedPackage> named(TransferList list, Collection<String> packageNumbers) {
        Map<String, OfferedPackage> byNumber = byNumber();
        return packageNumbers.stream()
                .distinct()
                .map(number -> {
                    OfferedPackage pack = byNumber.get(number);
                    if (pack == null) {
                        throw new PackageNotOnListException(list.number(), number);
                    }
                    return pack;
                })
                .toList();
    }

    Map<String, OfferedPackage> byNumber() {
        return packages.stream()
                .collect(Collectors.toMap(
                        OfferedPackage::packageNumber, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    List<OfferedPackage> decided(Decision decision) {
        return packages.stream().filter(pack -> pack.decision() == decision).toList();
    }

    /** Those on a version, in the order of its rows, then by number. */
    List<OfferedPackage> on(int version) {
        return packages.stream()
                .filter(pack -> pack.isOn(version))
                .sorted(Comparator.comparingInt(OfferedPackage::ordinal).thenComparing(OfferedPackage::packageNumber))
                .toList();
    }

    List<A1Row> a1Rows(int version) {
        return A1Table.of(rows, on(version), version);
    }

    void releaseAll() {
        packages.forEach(OfferedPackage::release);
    }

    boolean isEmpty() {
        return packages.isEmpty();
    }

    int size() {
        return packages.size();
    }

    ListTotals totals() {
        return ListTotals.of(packages);
    }

    private BatchRow rowFor(TransferList list, OfferedFacts facts) {
        return rows.stream().filter(row -> row.takes(facts)).findFirst().orElseGet(() -> {
            BatchRow row = new BatchRow(list, nextOrdinal++, facts);
            rows.add(row);
            return row;
        });
    }
}
