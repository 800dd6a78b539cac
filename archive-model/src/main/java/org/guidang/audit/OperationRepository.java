// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The stored operation log. */
public interface OperationRepository {

    /**
     * The head of a chain, locked until the transaction ends, so that entries are numbered without gaps; made when it
     * does not exist yet.
     */
    OperationChain lockHead(String chain);

    void append(Operation entry);

    List<String> chains();

    /** Every entry of a chain in its order, without holding them all in memory. */
    void readAll(String chain, Consumer<Operation> reader);

    /** Newest first. A null criterion does not restrict. */
    List<Operation> find(String chain, String objectId, Instant from, Instant to, int offset, int limit);

    long count(String chain, String objectId, Instant from, Instant to);

    /** The head as stored, for comparison. */
    OperationChain head(String chain);
}
