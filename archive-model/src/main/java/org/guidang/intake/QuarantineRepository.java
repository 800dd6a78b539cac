// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import java.util.List;
import java.util.Optional;

/** All refused uploads. */
public interface QuarantineRepository {

    void add(QuarantineEntry entry);

    Optional<QuarantineEntry> find(String id);

    /** Of one window, newest first; from offset, at most limit. */
    List<QuarantineEntry> of(String window, int offset, int limit);

    long count(String window);
}
