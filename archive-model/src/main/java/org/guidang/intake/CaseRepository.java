// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import java.util.List;
import java.util.Optional;

/** All cases. */
public interface CaseRepository {

    /** @throws UnknownCaseException when there is none */
    default Case get(ApplicationNumber number) {
        return find(number).orElseThrow(() -> new UnknownCaseException(number.value()));
    }

    Optional<Case> find(ApplicationNumber number);

    void add(Case received);

    /** Cases of a window in a state, oldest closing first, then by number; from offset, at most limit. */
    List<Case> of(String window, CaseState state, int offset, int limit);

    /** How many {@link #of} would list in all. */
    long count(String window, CaseState state);

    /** Writes what has changed so far, so that versions are those other callers will see. */
    void flush();

    /** How many cases there are at all. */
    long count();
}
