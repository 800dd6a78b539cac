// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.core;

import java.util.ArrayList;
import java.util.List;
import org.guidang.audit.Operation;
import org.guidang.audit.OperationChain;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Reads a chain from its first entry and finds what was changed behind the system: an altered entry, a gap, an entry out
 * of place, a head that is not the last entry. It cannot see a chain cut back together with its head; only a head kept
 * elsewhere shows that.
 */
public final class ChainCheck {

    private static final int MOST_KEPT = 100;

    private final String chain;
    private final List<Finding> findings = new ArrayList<>();
    private String previous = OperationChain.NOTHING;
    private long next;

    public ChainCheck(String chain) {
        this.chain = chain;
    }

    /** Takes the entries one by one, in the order stored. */
    public void read(Operation entry) {
        if (entry.number().index() != next) {
            report("audit.chain.gap", next, "#" + next, "#" + entry.number().index());
        }
        if (!entry.previousHash().equals(previous)) {
            report("audit.chain.broken", entry.number().index(), previous, entry.previousHash());
        }
        String hash = LeafHash.of(entry);
        if (!hash.equals(entry.hash())) {
            report("audit.chain.altered", entry.number().index(), entry.hash(), hash);
        }
        previous = entry.hash();
        next = entry.number().index() + 1;
    }

    /** Compares what was read with the head; returns all that was found. */
    public List<Finding> finish(OperationChain head) {
        if (head.length() != next || !head.headHash().equals(previous)) {
            report("audit.chain.head", next, head.length() + " " + head.headHash(), next + " " + previous);
        }
        return List.copyOf(findings);
    }

    private void report(String key, long index, String expected, String found) {
        if (findings.size() < MOST_KEPT) {
            findings.add(Finding.failed(key, Characteristic.AUTHENTICITY, key)
                    .in(chain)
                    .at("#" + index)
                    .expecting(expected, found));
        }
    }
}
