// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the evidence records, and which holdings have none yet. Works inside the caller's transaction. */
public interface EvidenceRepository {

    /** Holdings without evidence, longest held first. */
    List<Holding> due(int limit);

    void add(HoldingEvidence evidence);

    Optional<HoldingEvidence> find(HoldingEvidence.Key key);

    /** Both branches of a holding, as far as they exist. */
    List<HoldingEvidence> of(String archivalCode);

    /**
     * Records whose newest time-stamp stops being provable before an instant, soonest first.
     *
     * @param agency null for all
     * @param branch null for both
     */
    List<HoldingEvidence> expiring(String agency, String branch, Instant before, int limit);

    /** Records not renewed since an instant, oldest first. */
    List<HoldingEvidence> renewedBefore(String agency, String branch, Instant before, int limit);

    /** Records never checked, or not since an instant. */
    List<HoldingEvidence> uncheckedSince(Instant since, int limit);
}
