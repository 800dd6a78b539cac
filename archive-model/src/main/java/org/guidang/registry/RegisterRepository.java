// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.packaging.PackageVersion;

/** The archiving catalogue. */
public interface RegisterRepository {

    void add(RegisterEntry entry);

    Optional<RegisterEntry> find(PackageVersion version);

    /** The rows of those of these versions that are registered, in a few questions however many they are. */
    default Map<PackageVersion, RegisterEntry> all(Collection<PackageVersion> versions) {
        Map<PackageVersion, RegisterEntry> found = new LinkedHashMap<>();
        versions.forEach(version -> find(version).ifPresent(entry -> found.put(version, entry)));
        return found;
    }

    /** Newest first; {@code limit} at most 1000. */
    List<RegisterEntry> list(RegisterCriteria criteria, int offset, int limit);

    long count(RegisterCriteria criteria);
}
