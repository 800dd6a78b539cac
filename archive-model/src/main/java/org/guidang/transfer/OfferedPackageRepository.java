// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;
import java.util.Optional;

/** Packages of one list by page, in the order of its rows, then by number, so that no page loads a whole list. */
public interface OfferedPackageRepository {

    List<OfferedPackage> page(TransferListNumber list, PackageFilter filter, int offset, int limit);

    long count(TransferListNumber list, PackageFilter filter);

    /** How many of those the filter means stand before this package, whether it is one of them or not. */
    long before(TransferListNumber list, PackageFilter filter, OfferedPackage pack);

    /** Numbers of all that the filter means, at most {@link TransferList#MOST_PACKAGES}. */
    List<String> numbers(TransferListNumber list, PackageFilter filter);

    Optional<OfferedPackage> find(TransferListNumber list, String packageNumber);
}
