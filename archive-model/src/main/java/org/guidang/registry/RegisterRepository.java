// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import java.util.List;
import java.util.Optional;
import org.guidang.packaging.PackageVersion;

/** The archiving catalogue. */
public interface RegisterRepository {

    void add(RegisterEntry entry);

    Optional<RegisterEntry> find(PackageVersion version);

    /** Newest first; {@code limit} at most 1000. */
    List<RegisterEntry> list(RegisterCriteria criteria, int offset, int limit);

    long count(RegisterCriteria criteria);
}
