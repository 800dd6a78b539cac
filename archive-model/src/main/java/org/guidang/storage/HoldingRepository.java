// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The index over the holdings. */
public interface HoldingRepository {

    void add(Holding holding);

    Optional<Holding> find(String archivalCode);

    Optional<Holding> ofPackage(String packageNumber);

    /** The holdings of those of these packages that have one, by package number, in a few questions however many they are. */
    default Map<String, Holding> ofPackages(Collection<String> packageNumbers) {
        Map<String, Holding> found = new LinkedHashMap<>();
        packageNumbers.forEach(number -> ofPackage(number).ifPresent(holding -> found.put(number, holding)));
        return found;
    }

    /**
     * Holdings of an agency that any id leads to: archival code, package number, 申报号, number of the list, SM3 or SHA-256
     * digest of the package or of a file in it, or the whole path of a file in it.
     */
    List<Holding> byAnyId(String agency, String id, int limit);

    /** By archival code; {@code limit} at most 1000. */
    List<Holding> list(HoldingCriteria criteria, int offset, int limit);

    long count(HoldingCriteria criteria);
}
