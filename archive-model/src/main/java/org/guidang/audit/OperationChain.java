// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The head of one organization's chain of operations: how long it is and the hash of its last entry. One chain per
 * organization, so that bodies do not wait for each other.
 */
@Entity
@Table(name = "operation_chain")
public class OperationChain {

    /** What stands before the first entry. */
    public static final String NOTHING = "0".repeat(64);

    @Id
    @Column(name = "chain")
    private String chain;

    @Column(name = "length")
    private long length;

    @Column(name = "head_hash")
    private String headHash;

    protected OperationChain() {} // JPA

    public OperationChain(String chain) {
        this.chain = chain;
        this.length = 0;
        this.headHash = NOTHING;
    }

    public Operation.Number next() {
        return new Operation.Number(chain, length);
    }

    public String headHash() {
        return headHash;
    }

    public long length() {
        return length;
    }

    /** Takes the closed entry as the new head. */
    public void append(Operation entry) {
        if (!entry.number().equals(next()) || !entry.previousHash().equals(headHash)) {
            throw new IllegalArgumentException("not the next entry of " + chain);
        }
        length++;
        headHash = entry.hash();
    }
}
