// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import java.util.List;
import java.util.Optional;

/** The index over the holdings. */
public interface HoldingRepository {

    void add(Holding holding);

    Optional<Holding> find(String archivalCode);

    Optional<Holding> ofPackage(String packageNumber);

    /**
     * Holdings of an agency that any id leads to: archival code, package number, 申报号, number of the list, SM3 or SHA-256
     * digest of the package or of a file in it, or the whole path of a file in it.
     */
    List<Holding> byAnyId(String agency, String id, int limit);

    /** By archival code; {@code limit} at most 1000. */
    List<Holding> list(HoldingCriteria criteria, int offset, int limit);

    long count(HoldingCriteria criteria);
}
